import { type AddressProblem, decodeAnswers, encodeAnswers } from '../engine/encode.ts';
import { resolvePosition } from '../engine/resolve-position.ts';
import type { Answer, Answers, QuestionId, Wizard } from '../engine/types.ts';
import type { Place, WizardState, WizardStore } from './wizard-store.ts';

/**
 * The place is kept beside the answers, under a key that no question can have (codes are letters and
 * digits). It is worded for the eye: `_=resultat`, `_=t` for the question with code `t`.
 */
const placeKey = '_=';
const resultWord = 'resultat';

export interface ReadAddress extends WizardState {
  /** As it was written. */
  readonly fragment: string;
  readonly version: number | null;
  readonly problems: readonly AddressProblem[];
}

/** The fragment for where the reader is, without `#`. Answers only, never free text. */
export function addressFor(wizard: Wizard, { answers, place }: WizardState): string {
  const fragment = encodeAnswers(wizard, answers);
  if (place === 'next') return fragment;
  const word =
    place === 'result'
      ? resultWord
      : wizard.questions.find((question) => question.id === place.question)?.code;
  return word === undefined ? fragment : `${fragment}&${placeKey}${word}`;
}

/** Reads any fragment; what cannot be used is reported, never thrown. */
export function readAddress(wizard: Wizard, fragment: string): ReadAddress {
  // A place in the guide as text, `#fraga-antal`: no answers.
  if (/^#(hela-guiden$|(fraga|resultat|rad)-)/.test(fragment)) return readAddress(wizard, '');
  const parts = fragment.replace(/^#/, '').split('&');
  const isPlace = (part: string) => part.startsWith(placeKey);
  const read = decodeAnswers(wizard, parts.filter((part) => !isPlace(part)).join('&'));
  return {
    ...read,
    fragment,
    place: placeFor(wizard, parts.find(isPlace)?.slice(placeKey.length)),
  };
}

function placeFor(wizard: Wizard, word: string | undefined): Place {
  if (word === resultWord) return 'result';
  const question = wizard.questions.find(({ code }) => code === word);
  return question ? { question: question.id } : 'next';
}

/** What a history entry remembers: every answer known when it was left, in the form of an address. */
interface HistoryState {
  readonly skd?: string;
  /** What is chosen but not yet sent on, so that a reload does not lose it. */
  readonly draft?: { readonly question: QuestionId; readonly answer: Answer };
}

export interface Drafts {
  keep(question: QuestionId, answer: Answer): void;
  for(question: QuestionId): Answer | undefined;
}

/** Drafts live in the history entry: they survive a reload and are gone with the tab. */
export const drafts: Drafts = {
  keep: (question, answer) =>
    history.replaceState(
      { ...(history.state as HistoryState | null), draft: { question, answer } },
      '',
    ),
  for(question) {
    const draft = (history.state as HistoryState | null)?.draft;
    return draft?.question === question ? draft.answer : undefined;
  },
};

/**
 * Ties a store to the address: each step is a history entry, and the browser's back button goes to
 * the previous question. Answers given after an entry are remembered with it, so that going back
 * and reloading lose nothing.
 *
 * @param onProblems Called when a link could not be read whole, or is for another version.
 */
export function connectAddress(store: WizardStore, onProblems: (read: ReadAddress) => void): void {
  const { wizard } = store;
  let isReading = false;

  const remembered = (): HistoryState => ({ skd: encodeAnswers(wizard, store.$now.get().answers) });

  const read = () => {
    const address = readAddress(wizard, location.hash);
    const isOther = address.version !== null && address.version !== wizard.version;
    const kept = (history.state as HistoryState | null)?.skd;
    const later = kept === undefined ? {} : decodeAnswers(wizard, kept).answers;
    // Codes of an earlier version may mean something else now: the second script carries them over.
    const given = isOlder(wizard, address) ? {} : address.answers;
    const answers = { ...later, ...store.$now.get().answers, ...given };
    isReading = true;
    store.restore({ answers, place: placeOnReturn(wizard, address, answers) });
    isReading = false;
    history.replaceState({ ...(history.state as HistoryState | null), ...remembered() }, '');
    if (address.problems.length > 0 || isOther) onProblems(address);
  };

  store.$now.listen((state) => {
    const fragment = `#${addressFor(wizard, state)}`;
    if (isReading || fragment === location.hash) return;
    history.replaceState(remembered(), '');
    history.pushState(remembered(), '', fragment);
  });
  addEventListener('popstate', read);
  if (location.hash.length > 1 || history.state) read();
}

/** Whether a link is for a version before this one. */
export function isOlder(wizard: Wizard, { version }: Pick<ReadAddress, 'version'>): boolean {
  return version !== null && version < wizard.version;
}

/** An entry made before a question was answered shows that question again, its answer kept. */
function placeOnReturn(wizard: Wizard, address: ReadAddress, answers: Answers): Place {
  if (address.place !== 'next') return address.place;
  const { current } = resolvePosition(wizard, address.answers);
  return current && Object.hasOwn(answers, current.id) ? { question: current.id } : 'next';
}
