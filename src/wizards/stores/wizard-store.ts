import { atom, type ReadableAtom } from 'nanostores';
import { evaluate } from '../engine/evaluate.ts';
import type { Answer, Answers, Question, QuestionId, View, Wizard } from '../engine/types.ts';

export type { ReadableAtom };

/**
 * Where the reader is: `next` goes on with the first open question (or the check of the answers),
 * `result` shows the result, a question id shows that question again.
 */
export type Place = 'next' | 'result' | { readonly question: QuestionId };

export type Screen =
  | { readonly kind: 'question'; readonly question: Question; readonly number: number }
  | { readonly kind: 'check' }
  | { readonly kind: 'result' };

/** All that an address, a file or storage keeps. */
export interface WizardState {
  readonly answers: Answers;
  readonly place: Place;
}

/** The state and what follows from it, so that one step of the reader is one change. */
export interface Snapshot extends WizardState {
  readonly view: View;
  readonly screen: Screen;
}

export interface WizardStore {
  readonly wizard: Wizard;
  readonly $now: ReadableAtom<Snapshot>;
  /** Keep an answer and go on. */
  answer(id: QuestionId, value: Answer): void;
  goTo(place: Place): void;
  /** Put other answers in the place of all there are: from a link, from storage, from history. */
  restore(state: WizardState): void;
}

/** Only answers and place are given; view and screen are derived each time they change. */
export function createWizardStore(wizard: Wizard): WizardStore {
  const $now = atom(snapshot(wizard, { answers: {}, place: 'next' }));
  const set = (state: WizardState) => $now.set(snapshot(wizard, state));
  return {
    wizard,
    $now,
    answer: (id, value) => set({ answers: { ...$now.get().answers, [id]: value }, place: 'next' }),
    goTo: (place) => set({ answers: $now.get().answers, place }),
    restore: set,
  };
}

function snapshot(wizard: Wizard, { answers, place }: WizardState): Snapshot {
  const view = evaluate(wizard, answers);
  return { answers, place, view, screen: screenFor(view, place) };
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
