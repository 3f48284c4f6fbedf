import type { Test } from './conditions.ts';
import { optionsOf } from './options.ts';
import type { Condition, Fact, FactId, Question, QuestionId, Wizard } from './types.ts';

/** The item with an id, or `undefined`. */
export function findById<T extends { readonly id: string }>(
  items: readonly T[],
  id: unknown,
): T | undefined {
  return items.find((item) => item.id === id);
}

/** Every test in a condition, as written. */
export function testsIn(condition: Condition): readonly Test[] {
  if ('fact' in condition) return [condition];
  return 'of' in condition ? [condition.of].flat().flatMap(testsIn) : [];
}

/** Every test on a question or a total that a condition comes down to, through named conditions. */
export function rootTests(wizard: Wizard, condition: Condition): readonly Test[] {
  return testsIn(condition).flatMap((test) => {
    const fact = findById<Fact>(wizard.facts, test.fact);
    return fact?.kind === 'condition' ? rootTests(wizard, fact.when) : test;
  });
}

/** The questions whose answers a condition reads, through named conditions and totals. */
export function questionsIn(wizard: Wizard, condition: Condition): readonly QuestionId[] {
  return rootTests(wizard, condition).flatMap(({ fact }) => questionsBehind(wizard, fact));
}

/** The questions behind a total; any other id stands for the question itself. */
export function questionsBehind(wizard: Wizard, id: FactId): readonly QuestionId[] {
  const fact = findById<Fact>(wizard.facts, id);
  if (fact?.kind !== 'total') return [id];
  return wizard.questions.filter((q) => givesScore(q, fact.score)).map((q) => q.id);
}

/** Whether some option of the question carries the score. */
export function givesScore(question: Question, score: string): boolean {
  return optionsOf(question).some(({ scores }) => Object.hasOwn(scores, score));
}
