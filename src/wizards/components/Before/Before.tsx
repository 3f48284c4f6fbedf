import { useEffect } from 'preact/hooks';
import { findPossibleOutcomes } from '../../engine/explain/possible-outcomes.ts';
import type { OpenedLink } from '../../engine/versions/migrate.ts';
import { isOlder, type ReadAddress } from '../../stores/address.ts';
import type { WizardStore } from '../../stores/wizard-store.ts';
import { joinWords } from '../condition-text.ts';
import { graphOf } from '../Explain/graph-of.ts';
import { lastOpened, restoreOlder } from '../opened.ts';
import type { PublishedWizard } from '../page-data.ts';
import { t } from '../texts.ts';

export interface BeforeProps {
  readonly store: WizardStore;
  readonly problem: ReadAddress | null;
}

/** What a link or saved answers held that the guide could not use, or that has changed since. */
export function Before({ store, problem }: BeforeProps) {
  const { wizard } = store;
  const isFromOlder = problem !== null && isOlder(wizard, problem);
  useEffect(() => {
    if (isFromOlder) restoreOlder(store, problem);
  }, [problem]);
  const hasAnswers = Object.keys(store.$now.get().answers).length > 0;
  const opened = hasAnswers ? lastOpened(store) : undefined;
  return (
    <>
      {opened && <Carried store={store} opened={opened} />}
      <Unread store={store} read={problem && !isFromOlder ? problem : (opened ?? null)} />
    </>
  );
}

interface UnreadProps {
  readonly store: WizardStore;
  readonly read: Pick<ReadAddress, 'version' | 'problems'> | null;
}

/** What could not be read, and which questions come again. */
function Unread({ store, read }: UnreadProps) {
  const { wizard } = store;
  const problems = read?.problems ?? [];
  const asks = new Set<string>();
  // by code in an address, by id in what an earlier version was carried over to
  const asked = (key: string) =>
    wizard.questions.find(({ id, code }) => code === key || id === key);
  for (const { key } of problems) {
    const question = asked(key);
    if (question) asks.add(question.ask);
  }
  for (const { questionId } of store.$now.get().view.position.rejected) {
    const question = wizard.questions.find(({ id }) => id === questionId);
    if (question) asks.add(question.ask);
  }
  const strange = problems.filter(({ key }) => !asked(key));
  const isNewer = read !== null && read.version !== null && read.version > wizard.version;
  if (asks.size === 0 && strange.length === 0 && !isNewer) return null;
  return (
    <div class="notice" role="status">
      <h2>{t('linkTitle')}</h2>
      {isNewer && <p>{t('linkVersion', { version: read.version ?? '', now: wizard.version })}</p>}
      {asks.size > 0 && (
        <>
          <p>{t('linkAgain')}</p>
          <ul>
            {[...asks].map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </>
      )}
      {strange.length > 0 && (
        <p>
          {t('linkStrange')} {strange.map(({ key, value }) => `${key}=${value}`).join(', ')}
        </p>
      )}
    </div>
  );
}

interface CarriedProps {
  readonly store: WizardStore;
  readonly opened: OpenedLink;
}

/** Answers of an earlier version: what became of them and why, and whether the result still stands. */
function Carried({ store, opened }: CarriedProps) {
  const { wizard } = store;
  const { version, notes } = opened;
  return (
    <div class="notice" role="status">
      <h2>{t('olderTitle', { version: version ?? '', now: wizard.version })}</h2>
      <p>{impactText(store, opened)}</p>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ question, what, reason }) => (
            <li key={question + what}>
              {t(`older.${what}`, { ask: askOf(wizard, question) })} {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whether the result that the answers gave then is the one they give now. */
function impactText({ wizard, $now }: WizardStore, { before }: OpenedLink): string {
  const { view, answers } = $now.get();
  const { decision, advice } = view;
  if (!before) return t('olderUnknown');
  const then = titles(before.outcomes);
  if (!decision) {
    const { possible } = findPossibleOutcomes(graphOf(wizard), answers);
    const isPossible = before.outcomes.every(({ id }) => possible.includes(id));
    return t(isPossible ? 'olderOpen' : 'olderGone', { before: then });
  }
  const now = decision.outcomes;
  if (ids(now) !== ids(before.outcomes)) return t('olderOther', { before: then, now: titles(now) });
  const isSame = ids(advice) === ids(before.advice);
  return t(isSame ? 'olderSame' : 'olderAdvice', { before: then });
}

type Titled = readonly { readonly id: string; readonly title: string }[];

const ids = (items: Titled) => items.map(({ id }) => id).join();

const titles = (items: Titled) =>
  joinWords(
    items.map(({ title }) => `”${title}”`),
    t('if.and'),
  );

/** The words of a question, also of one that is no longer asked. */
function askOf({ questions, history }: PublishedWizard, id: string): string {
  const older = history?.versions.flatMap(({ logic }) => logic?.questions ?? []) ?? [];
  return [...questions, ...older.toReversed()].find((question) => question.id === id)?.ask ?? id;
}
