import type { Answer, Condition, FactId } from './types.ts';

/** Look up the value of an answer or of a named fact: `undefined` while it is absent or open. */
export type Facts = (id: FactId) => Answer | boolean | undefined;

/** A condition that asks one thing of one fact. */
export type Test = Extract<Condition, { readonly fact: FactId }>;

/**
 * Whether a condition is true. Two-valued: a test on a fact that is absent or open is false,
 * and so `not` around it is true. What an open fact may become is found by enumeration, not here.
 */
export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case 'true':
      return true;
    case 'all':
      return condition.of.every((part) => holds(part, facts));
    case 'any':
      return condition.of.some((part) => holds(part, facts));
    case 'not':
      return !holds(condition.of, facts);
    default: {
      const value = facts(condition.fact);
      return value !== undefined && passes(condition, value);
    }
  }
}

/** Whether a value passes a test. One option counts as a list of one. */
export function passes(test: Test, value: Answer | boolean): boolean {
  if (test.kind === 'between') {
    const { from, to } = test;
    return typeof value === 'number' && (from ?? value) <= value && value <= (to ?? value);
  }
  const chosen = [value].flat().map(String);
  const isListed = (id: string) => test.values.includes(id);
  switch (test.kind === 'has' && test.mode) {
    case 'all':
      return test.values.every((id) => chosen.includes(id));
    case 'only':
      return chosen.every(isListed);
    case 'none':
      return !chosen.some(isListed);
    default:
      return chosen.some(isListed);
  }
}
