import { answerClasses } from './answer-classes.ts';
import { rootTests } from './dependencies.ts';
import { readStored } from './read-answer.ts';
import { type Given, Residuals } from './residuals.ts';
import type { Answer, Answers, Condition, Question, Wizard } from './types.ts';

/** Ways of answering that the explored conditions cannot tell apart. */
export interface Situation {
  /** Whether each explored condition holds, in the order given. */
  readonly truth: readonly boolean[];
  /** One of the ways. */
  readonly example: Answers;
  /** How many ways there are, exactly. */
  readonly ways: bigint;
  /** Fewest and most questions asked. */
  readonly shortest: number;
  readonly longest: number;
}

export interface Visitor {
  /** Called once for each situation at the end. */
  readonly situation?: (situation: Situation) => void;
  /** Called when a question is reached, for each kind of situation before it. */
  readonly question?: (index: number, applies: boolean, example: Answers) => void;
}

/** Thrown when there is too much to tell apart. */
export class ExploreLimitError extends Error {
  override readonly name = 'ExploreLimitError';
  /** Questions with most classes of answers first. */
  readonly questions: readonly { readonly id: string; readonly classes: number }[];

  constructor(questions: ExploreLimitError['questions']) {
    super('Too many situations to explore.');
    this.questions = questions;
  }
}

export interface ExploreOptions {
  /** Go only through the ways that give these answers where they apply. */
  readonly given?: Answers;
  /** Most situations at one question. */
  readonly limit?: number;
}

interface Trail {
  readonly before: Trail | null;
  readonly id: string;
  readonly answer: Answer;
}

/** A class of answers to one question, or the question not applying. */
interface Choice extends Given {
  readonly size: bigint;
}

interface State extends Omit<Situation, 'truth' | 'example'> {
  /** Residuals of the `when`s from here on and then of the explored conditions. */
  readonly residuals: readonly number[];
  readonly trail: Trail | null;
}

/** Situations at one question; more than this and no author could follow the definition either. */
export const STATE_LIMIT = 100_000;

/**
 * Go through every way of answering, merged into situations that differ in whether some condition
 * holds. Exhaustive and exact: `ways` adds up to the number of ways through the wizard.
 *
 * @param wizard With known ids and no `when` that names a later fact.
 * @throws ExploreLimitError
 * @see decisions/0002-ordered-questions-with-conditions.md
 */
export function explore(
  wizard: Wizard,
  conditions: readonly Condition[],
  visit: Visitor,
  { given = {}, limit = STATE_LIMIT }: ExploreOptions = {},
): void {
  const all = [...wizard.questions.map((question) => question.when), ...conditions];
  const classes = classesByQuestion(wizard, all, given);
  const known = new Residuals(wizard);
  let states: Iterable<State> = [
    {
      residuals: all.map((condition) => known.start(condition)),
      trail: null,
      ways: 1n,
      shortest: 0,
      longest: 0,
    },
  ];
  wizard.questions.forEach((question, index) => {
    const merged = new Map<string, State>();
    const absent = { index, answer: undefined, size: 1n };
    for (const state of states) {
      const [when = 0, ...left] = state.residuals;
      const applies = known.truth(when) === true;
      visit.question?.(index, applies, answersOf(state.trail));
      for (const chosen of applies ? (classes[index] ?? []) : [absent]) {
        const residuals = left.map((residual) => known.advance(residual, chosen));
        merge(merged, { ...step(state, question, chosen), residuals });
      }
      if (merged.size > limit) throw new ExploreLimitError(largestFirst(wizard, classes));
    }
    states = merged.values();
  });
  for (const { residuals, trail, ways, shortest, longest } of states)
    visit.situation?.({
      truth: residuals.map((residual) => known.truth(residual) === true),
      example: answersOf(trail),
      ways,
      shortest,
      longest,
    });
}

function classesByQuestion(
  wizard: Wizard,
  conditions: readonly Condition[],
  given: Answers,
): readonly (readonly Choice[])[] {
  const tests = conditions.flatMap((condition) => rootTests(wizard, condition));
  const scores = wizard.facts.flatMap((fact) =>
    fact.kind === 'total' && tests.some((test) => test.fact === fact.id) ? [fact.score] : [],
  );
  return wizard.questions.map((question, index) => {
    const answer = readStored(question, given);
    if (answer !== undefined) return [{ index, answer, size: 1n }];
    const found = answerClasses(question, tests, [...new Set(scores)]);
    return found.map((one) => ({ index, ...one }));
  });
}

function step(state: State, question: Question, { answer, size }: Choice): State {
  if (answer === undefined) return state;
  return {
    ...state,
    trail: { before: state.trail, id: question.id, answer },
    ways: state.ways * size,
    shortest: state.shortest + 1,
    longest: state.longest + 1,
  };
}

function merge(merged: Map<string, State>, state: State): void {
  const key = state.residuals.join();
  const same = merged.get(key);
  if (!same) merged.set(key, state);
  else
    merged.set(key, {
      ...same,
      ways: same.ways + state.ways,
      shortest: Math.min(same.shortest, state.shortest),
      longest: Math.max(same.longest, state.longest),
    });
}

function answersOf(trail: Trail | null): Answers {
  const entries: (readonly [string, Answer])[] = [];
  for (let at = trail; at; at = at.before) entries.unshift([at.id, at.answer]);
  return Object.fromEntries(entries);
}

function largestFirst(wizard: Wizard, classes: readonly (readonly Choice[])[]) {
  return wizard.questions
    .map(({ id }, index) => ({ id, classes: classes[index]?.length ?? 0 }))
    .sort((a, b) => b.classes - a.classes);
}
