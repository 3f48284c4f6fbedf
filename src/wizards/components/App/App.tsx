import { useStore } from '@nanostores/preact';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../engine/types.ts';
import { connectAddress, drafts, type ReadAddress } from '../../stores/address.ts';
import type { Screen, WizardStore } from '../../stores/wizard-store.ts';
import { CheckAnswers } from '../CheckAnswers/CheckAnswers.tsx';
import { Keep } from '../Keep/Keep.tsx';
import { Notices } from '../Notices/Notices.tsx';
import { type PageData, translator } from '../page-data.ts';
import { Progress } from '../Progress/Progress.tsx';
import { QuestionForm } from '../QuestionForm/QuestionForm.tsx';
import { Result } from '../Result/Result.tsx';

interface Props {
  readonly data: PageData;
  readonly store: WizardStore;
  /** Only one guide of a page owns the address and the browser's back button. */
  readonly ownsAddress: boolean;
}

/** A whole guide: one question at a time, the check of the answers, the result. */
export function App({ data, store, ownsAddress }: Props) {
  const { wizard } = data;
  const t = translator(data.strings);
  const view = useStore(store.$view);
  const screen = useStore(store.$screen);
  const [problem, setProblem] = useState<ReadAddress | null>(null);
  const root = useRef<HTMLDivElement>(null);

  // Address and storage are read after the first render: it must equal what the server wrote.
  useEffect(() => {
    if (ownsAddress) connectAddress(store, setProblem);
  }, []);
  useFocusOnNewScreen(root, screen);

  const previous = previousQuestionId(store, screen);
  const restart = () => {
    setProblem(null);
    store.restore({ answers: {}, place: 'next' });
  };

  return (
    <div ref={root} class="guide" data-screen={screen.kind} data-started={view.position.path.length > 0 || undefined}>
      <Notices wizard={wizard} problem={problem} view={view} t={t} />
      {previous && (
        <button type="button" class="link back" onClick={() => store.goTo({ question: previous })}>
          {t('back')}
        </button>
      )}
      {screen.kind === 'question' && (
        <>
          <Progress number={screen.number} view={view} t={t} />
          <QuestionForm
            key={screen.question.id}
            idPrefix={wizard.id}
            question={screen.question}
            earlierAnswer={earlierAnswer(store, screen.question.id, ownsAddress)}
            t={t}
            onAnswer={(answer) => store.answer(screen.question.id, answer)}
            onDraft={ownsAddress ? (answer) => drafts.keep(screen.question.id, answer) : undefined}
          />
        </>
      )}
      {screen.kind === 'check' && (
        <CheckAnswers
          view={view}
          t={t}
          onChange={(question) => store.goTo({ question })}
          onShowResult={() => store.goTo('result')}
        />
      )}
      {screen.kind === 'result' && (
        <Result data={data} view={view} t={t} onChange={(question) => store.goTo({ question })}>
          <Keep store={store} t={t} hasAddress={ownsAddress} isResult />
        </Result>
      )}
      <footer class="guide-foot">
        {screen.kind !== 'result' && <Keep store={store} t={t} hasAddress={false} />}
        {view.position.path.length > 0 && (
          <button type="button" class="link" onClick={restart}>
            {t('restart')}
          </button>
        )}
      </footer>
    </div>
  );
}

function previousQuestionId(store: WizardStore, screen: Screen): string | undefined {
  const { path } = store.$view.get().position;
  if (screen.kind === 'result') return undefined;
  return path[(screen.kind === 'question' ? screen.number : path.length + 1) - 2]?.question.id;
}

function earlierAnswer(store: WizardStore, id: string, hasDrafts: boolean): Answer | undefined {
  const draft = hasDrafts && typeof history === 'object' ? drafts.for(id) : undefined;
  return draft ?? store.$state.get().answers[id];
}

/** Focus goes to the new heading, so that it is read out; never on the first render. */
function useFocusOnNewScreen(root: RefObject<HTMLDivElement>, screen: Screen): void {
  const key = screen.kind === 'question' ? screen.question.id : screen.kind;
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    const heading = root.current?.querySelector<HTMLElement>('[data-heading]');
    heading?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: 'start' });
  }, [key]);
}
