import { useEffect, useMemo, useState } from 'preact/hooks';
import { withoutBlocks } from '../../engine/blocks.ts';
import { previewChange } from '../../engine/explain/change-preview.ts';
import {
  compileEffects,
  findIrrelevantQuestions,
} from '../../engine/explain/irrelevant-questions.ts';
import { findPossibleOutcomes, findRuledOut } from '../../engine/explain/possible-outcomes.ts';
import { optionsOf } from '../../engine/options.ts';
import type { Answer, Answers, QuestionId, Wizard } from '../../engine/types.ts';
import type { WizardState, WizardStore } from '../../stores/wizard-store.ts';
import { graphOf } from '../Explain/graph-of.ts';
import { isSameClass, outcomeNames } from '../Explain/words.ts';
import { Keep } from '../Keep/Keep.tsx';
import { OpenRecord } from '../Record/OpenRecord.tsx';
import { Shortcuts } from '../Shortcuts/Shortcuts.tsx';
import { t } from '../texts.ts';

export interface AfterProps {
  readonly store: WizardStore;
  /** The question on the screen, if it is a question. */
  readonly asked: QuestionId | null;
  /** What is chosen but not yet sent on. */
  readonly draft: Answer | null;
  readonly onRestart: () => void;
}

/** What stands below a question: what a change would do, which outcomes are left, keep, start again. */
export function After({ store, asked, draft, onRestart }: AfterProps) {
  const { answers, view, screen } = store.$now.get();
  return (
    <>
      {asked !== null && draft !== null && (
        <Preview wizard={store.wizard} answers={answers} asked={asked} draft={draft} />
      )}
      {/* Where a list is composed every question adds its part, and telling them apart is slow. */}
      {asked !== null && withoutBlocks(store.wizard) === store.wizard && (
        <Irrelevant store={store} answers={answers} asked={asked} />
      )}
      <Undo store={store} />
      {asked !== null && view.position.path.length > 0 && (
        <Possible wizard={store.wizard} answers={answers} />
      )}
      {asked !== null && <Shortcuts store={store} asked={asked} />}
      <footer class="guide-foot">
        {screen.kind !== 'result' && <Keep store={store} />}
        {Object.keys(answers).length === 0 && <OpenRecord store={store} />}
        {view.position.path.length > 0 && (
          <button type="button" class="link" onClick={onRestart}>
            {t('restart')}
          </button>
        )}
      </footer>
    </>
  );
}

interface IrrelevantProps {
  readonly store: WizardStore;
  readonly answers: Answers;
  readonly asked: QuestionId;
}

/**
 * Says so when no answer to the question can change a result, an advice or a later question, and
 * offers to skip it. See decisions/0013-skipping-is-vet-inte.md.
 */
function Irrelevant({ store, answers, asked }: IrrelevantProps) {
  const { wizard } = store;
  const effects = useMemo(() => compileEffects(wizard), [wizard]);
  if (!findIrrelevantQuestions(effects, answers).includes(asked)) return null;
  const question = wizard.questions.find(({ id }) => id === asked);
  const option = question && optionsOf(question).find(({ unknown }) => unknown);
  const skip = () =>
    option && store.answer(asked, question.kind === 'multiple' ? [option.id] : option.id);
  return (
    <p class="may-skip">
      {t('irrelevant')}{' '}
      {option && (
        <button type="button" class="link" onClick={skip}>
          {t('skip', { answer: option.label })}
        </button>
      )}
    </p>
  );
}

interface PreviewProps {
  readonly wizard: Wizard;
  readonly answers: Answers;
  readonly asked: QuestionId;
  readonly draft: Answer;
}

/** Before an earlier answer is changed: what comes, what goes, and the result before and after. */
function Preview({ wizard, answers, asked, draft }: PreviewProps) {
  const earlier = answers[asked];
  const graph = graphOf(wizard);
  if (earlier === undefined || String(earlier) === String(draft)) return null;
  const preview = previewChange(graph, answers, asked, draft);
  const asks = (ids: readonly QuestionId[]) =>
    ids
      .map((id) => `”${wizard.questions.find((question) => question.id === id)?.ask ?? id}”`)
      .join(', ');
  const [before, after] = [preview.before, preview.after].map(({ possible }) =>
    outcomeNames(wizard, possible),
  );
  // A composed list may change where the recommendation stays.
  const hasBlocks = graph.wizard !== wizard;
  const isSame = before === after && !hasBlocks && isSameClass(graph, asked, earlier, draft);
  return (
    <div class="notice" role="status">
      <h2>{t('previewTitle')}</h2>
      {preview.resting.length > 0 && <p>{t('previewResting', { list: asks(preview.resting) })}</p>}
      {preview.revived.length > 0 && <p>{t('previewRevived', { list: asks(preview.revived) })}</p>}
      {preview.added.length > 0 && <p>{t('previewAdded', { list: asks(preview.added) })}</p>}
      <p>
        {before !== after
          ? t('previewOutcome', { before: before ?? '', after: after ?? '' })
          : t(isSame ? 'previewNone' : hasBlocks ? 'previewList' : 'previewSame')}
      </p>
    </div>
  );
}

/** After an answer was changed: take it back. */
function Undo({ store }: { readonly store: WizardStore }) {
  const [last, setLast] = useState<{ state: WizardState; ask: string } | null>(null);
  useEffect(() => {
    let before = store.$now.get();
    return store.$now.listen((now) => {
      const changed = Object.keys(now.answers).find(
        (id) =>
          before.answers[id] !== undefined &&
          String(before.answers[id]) !== String(now.answers[id]),
      );
      const ask = store.wizard.questions.find(({ id }) => id === changed)?.ask;
      if (ask) setLast({ state: { answers: before.answers, place: before.place }, ask });
      else if (Object.keys(now.answers).length < Object.keys(before.answers).length) setLast(null);
      before = now;
    });
  }, [store]);
  if (!last) return null;
  const undo = () => {
    store.restore(last.state);
    setLast(null);
  };
  return (
    <p class="undo">
      {t('changed', { ask: last.ask })}{' '}
      <button type="button" class="link" onClick={undo}>
        {t('undo')}
      </button>
    </p>
  );
}

/** How many outcomes are left, opening to a list that says which answer ruled each other one out. */
function Possible({ wizard, answers }: { readonly wizard: Wizard; readonly answers: Answers }) {
  const graph = graphOf(wizard);
  const { possible, certain } = findPossibleOutcomes(graph, answers);
  const ruledOut = new Map(findRuledOut(graph, answers).map(({ outcome, by }) => [outcome, by]));
  const askOf = (id: QuestionId) =>
    wizard.questions.find((question) => question.id === id)?.ask ?? id;
  const state = (id: string) => {
    if (certain.includes(id)) return t('possibleCertain');
    if (possible.includes(id)) return t('possibleYes');
    const by = ruledOut.get(id);
    return by ? t('possibleNo', { ask: askOf(by) }) : t('possibleNever');
  };
  const [only] = possible;
  return (
    <details class="possible">
      <summary>
        {possible.length === 1 && only
          ? t('possibleOne', { title: outcomeNames(wizard, [only]) })
          : t('possibleCount', { n: possible.length, total: graph.wizard.outcomes.length })}
      </summary>
      <ul>
        {graph.wizard.outcomes.map(({ id, title }) => (
          <li key={id} class={possible.includes(id) ? undefined : 'gone'}>
            {title} <span class="meta">{state(id)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
