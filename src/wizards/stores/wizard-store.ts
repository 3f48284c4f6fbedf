import { atom, computed, type ReadableAtom } from 'nanostores';
import { evaluate } from '../engine/evaluate.ts';
import type { Answer, Answers, Question, QuestionId, View, Wizard } from '../engine/types.ts';

/**
 * Where the reader is: `next` goes on with the first open question (or the check of the answers),
 * `result` shows the result, a question id shows that question again.
 */
export type Place = 'next' | 'result' | { readonly question: QuestionId };

export type Screen =
  | { readonly kind: 'question'; readonly question: Question; readonly number: number }
  | { readonly kind: 'check' }
  | { readonly kind: 'result' };

/** All that is stored; one atom, so that one step is one change. */
export interface WizardState {
  readonly answers: Answers;
  readonly place: Place;
}

export interface WizardStore {
  readonly wizard: Wizard;
  readonly $state: ReadableAtom<WizardState>;
  readonly $view: ReadableAtom<View>;
  readonly $screen: ReadableAtom<Screen>;
  /** Keep an answer and go on. */
  answer(id: QuestionId, value: Answer): void;
  goTo(place: Place): void;
  /** Put other answers in the place of all there are: from a link, from storage, from history. */
  restore(state: WizardState): void;
}

/** Only the answers and the place are stored; everything else is derived. */
export function createWizardStore(wizard: Wizard): WizardStore {
  const $state = atom<WizardState>({ answers: {}, place: 'next' });
  const $view = computed($state, ({ answers }) => evaluate(wizard, answers));
  const $screen = computed([$view, $state], (view, { place }) => screenFor(view, place));
  return {
    wizard,
    $state,
    $view,
    $screen,
    answer(id, value) {
      const answers = { ...$state.get().answers, [id]: value };
      $state.set({ answers, place: 'next' });
    },
    goTo: (place) => $state.set({ ...$state.get(), place }),
    restore: (state) => $state.set(state),
  };
}

function screenFor(view: View, place: Place): Screen {
  const { path, current } = view.position;
  if (typeof place === 'object') {
    const index = path.findIndex(({ question }) => question.id === place.question);
    const step = path[index];
    if (step) return { kind: 'question', question: step.question, number: index + 1 };
  }
  if (current) return { kind: 'question', question: current, number: path.length + 1 };
  return place === 'result' ? { kind: 'result' } : { kind: 'check' };
}
