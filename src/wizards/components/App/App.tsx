import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../engine/types.ts';
import { connectAddress, drafts, type ReadAddress } from '../../stores/address.ts';
import type { Later } from '../../stores/later-store.ts';
import type { ReadableAtom, Screen, WizardStore } from '../../stores/wizard-store.ts';
import type { LaterParts } from '../later.ts';
import { Progress } from '../Progress/Progress.tsx';
import { type PageData, translator } from '../page-data.ts';
import { QuestionForm } from '../QuestionForm/QuestionForm.tsx';
import { useStore } from '../use-store.ts';

interface Props {
  readonly data: PageData;
  readonly store: WizardStore;
  readonly $later: ReadableAtom<Later<LaterParts>>;
  /** Fetches the later parts again. */
  readonly retry: () => void;
  /** Only one guide of a page owns the address and the browser's back button. */
  readonly ownsAddress: boolean;
}

/** A whole guide: one question at a time, the check of the answers, the result. */
export function App({ data, store, $later, retry, ownsAddress }: Props) {
  const { wizard } = data;
  const t = translator(data.strings);
  const { view, screen } = useStore(store.$now);
  const later = useStore($later);
  const parts = typeof later === 'object' ? later : null;
  const [draft, setDraft] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<ReadAddress | null>(null);
  const root = useRef<HTMLDivElement>(null);

  // Address and storage are read after the first render: it must equal what the server wrote.
  useEffect(() => {
    if (ownsAddress) connectAddress(store, setProblem);
  }, []);
  useFocusOnNewScreen(root, screen, parts !== null);

  const previous = previousQuestionId(store, screen);
  const restart = () => {
    setProblem(null);
    store.restore({ answers: {}, place: 'next' });
  };

  return (
    <div
      ref={root}
      class="guide"
      data-screen={screen.kind}
      data-started={view.position.path.length > 0 || undefined}
    >
      {parts && <parts.Before store={store} problem={problem} />}
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
            onAnswer={(answer) => {
              setDraft(null);
              store.answer(screen.question.id, answer);
            }}
            onDraft={(answer) => {
              setDraft(answer);
              if (ownsAddress) drafts.keep(screen.question.id, answer);
            }}
          />
        </>
      )}
      {screen.kind !== 'question' && parts && (
        <parts.LaterScreen data={data} store={store} hasAddress={ownsAddress} />
      )}
      {screen.kind !== 'question' && !parts && (
        <p role="status">
          {t(later === 'failed' ? 'laterFailed' : 'laterWaiting')}{' '}
          {later === 'failed' && (
            <button type="button" class="link" onClick={retry}>
              {t('tryAgain')}
            </button>
          )}
        </p>
      )}
      {parts && (
        <parts.After
          store={store}
          asked={screen.kind === 'question' ? screen.question.id : null}
          draft={draft}
          onRestart={restart}
        />
      )}
    </div>
  );
}

function previousQuestionId(store: WizardStore, screen: Screen): string | undefined {
  const { path } = store.$now.get().view.position;
  if (screen.kind === 'result') return undefined;
  return path[(screen.kind === 'question' ? screen.number : path.length + 1) - 2]?.question.id;
}

function earlierAnswer(store: WizardStore, id: string, hasDrafts: boolean): Answer | undefined {
  const draft = hasDrafts && typeof history === 'object' ? drafts.for(id) : undefined;
  return draft ?? store.$now.get().answers[id];
}

/** Focus goes to the new heading, so that it is read out; never on the first render. */
function useFocusOnNewScreen(
  root: RefObject<HTMLDivElement>,
  screen: Screen,
  hasParts: boolean,
): void {
  const key = screen.kind === 'question' ? screen.question.id : screen.kind;
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key || (screen.kind !== 'question' && !hasParts)) return;
    last.current = key;
    const heading = root.current?.querySelector<HTMLElement>('[data-heading]');
    heading?.focus({ preventScroll: true });
    root.current?.scrollIntoView({ block: 'start' });
  }, [key, hasParts]);
}
