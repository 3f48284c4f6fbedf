import type { Test } from './conditions.ts';
import { isCombinable } from './options.ts';
import type { Answer, MultipleQuestion, NumberQuestion, Option, Question } from './types.ts';

/**
 * One answer for each way of answering that the tests can tell apart. It may hold a few more than
 * needed, never fewer.
 *
 * @param tests Tests on this question; others are passed over.
 */
export function distinctAnswers(question: Question, tests: readonly Test[]): readonly Answer[] {
  if (question.kind === 'single') return question.options.map(({ id }) => id);
  if (question.kind === 'number') return cutPoints(question, tests);
  let subsets: readonly (readonly string[])[] = [[]];
  for (const [first] of optionGroups(question, tests))
    if (first) subsets = subsets.flatMap((set) => [set, [...set, first.id]]);
  // the first is the empty set, which is not an answer
  return [...subsets.slice(1), ...question.exclusive.map((id) => [id])];
}

/** The lowest number of each stretch within which every test gives the same. */
export function cutPoints(question: NumberQuestion, tests: readonly Test[]): readonly number[] {
  const { id, min, max } = question;
  const cuts = tests.flatMap((test) =>
    test.kind === 'between' && test.fact === id ? [test.from ?? min, (test.to ?? max) + 1] : [],
  );
  return [...new Set([min, ...cuts])].filter((cut) => cut >= min && cut <= max);
}

/**
 * Options that may be chosen together, grouped so that one of a group says as much as several.
 * An option that gives points, or that a test wants together with others, is a group of its own.
 */
export function optionGroups(
  question: MultipleQuestion,
  tests: readonly Test[],
): readonly (readonly Option[])[] {
  const groups = new Map<string, Option[]>();
  for (const option of question.options) {
    if (!isCombinable(question, option)) continue;
    const { id, scores, notApplicable } = option;
    const marks = tests.map((test) => {
      if (test.fact !== question.id || !('values' in test) || !test.values.includes(id)) return '';
      return test.kind === 'has' && test.mode === 'all' ? id : '+';
    });
    const key = `${marks}|${Object.keys(scores).length || notApplicable ? id : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), option]);
  }
  return [...groups.values()];
}
