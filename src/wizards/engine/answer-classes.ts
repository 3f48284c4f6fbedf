import { passes, type Test } from './conditions.ts';
import { cutPoints, optionGroups } from './distinct-answers.ts';
import { addAnswer } from './tally.ts';
import type { Answer, MultipleQuestion, NumberQuestion, Question } from './types.ts';

/** Answers to one question that no test and no score can tell apart. */
export interface AnswerClass {
  /** One of them, to show as an example. */
  readonly answer: Answer;
  /** How many there are. */
  readonly size: bigint;
}

/**
 * Every valid answer to a question, in classes.
 *
 * @param tests Tests on this question; others are passed over.
 * @param scores Names of the scores that matter.
 */
export function answerClasses(
  question: Question,
  tests: readonly Test[],
  scores: readonly string[],
): readonly AnswerClass[] {
  const own = tests.filter((test) => test.fact === question.id);
  const classes = new Map<string, AnswerClass>();
  for (const { answer, size } of rawClasses(question, own)) {
    const results = own.map((test) => (passes(test, answer) ? 1 : 0));
    const points = scores.map((score) => addAnswer([0, 0, 0], question, answer, score));
    const key = `${results}|${points.join(';')}`;
    const same = classes.get(key);
    classes.set(key, { answer: same?.answer ?? answer, size: size + (same?.size ?? 0n) });
  }
  return [...classes.values()];
}

function rawClasses(question: Question, tests: readonly Test[]): readonly AnswerClass[] {
  if (question.kind === 'single')
    return question.options.map(({ id }) => ({ answer: id, size: 1n }));
  return question.kind === 'number' ? stretches(question, tests) : subsets(question, tests);
}

function stretches(question: NumberQuestion, tests: readonly Test[]): readonly AnswerClass[] {
  const cuts = [...cutPoints(question, tests)].sort((a, b) => a - b);
  return cuts.map((from, index) => {
    const next = cuts[index + 1] ?? question.max + 1;
    return { answer: from, size: BigInt(next - from) };
  });
}

function subsets(question: MultipleQuestion, tests: readonly Test[]): readonly AnswerClass[] {
  let sets: readonly { readonly answer: readonly string[]; readonly size: bigint }[] = [
    { answer: [], size: 1n },
  ];
  for (const group of optionGroups(question, tests)) {
    const [first] = group;
    if (!first) continue;
    const ways = 2n ** BigInt(group.length) - 1n; // at least one of the group
    sets = sets.flatMap(({ answer, size }) => [
      { answer, size },
      { answer: [...answer, first.id], size: size * ways },
    ]);
  }
  const alone = question.exclusive.map((id) => ({ answer: [id], size: 1n }));
  const order = question.options.map(({ id }) => id);
  return [...sets.slice(1), ...alone].map(({ answer, size }) => ({
    answer: order.filter((id) => answer.includes(id)),
    size,
  }));
}
