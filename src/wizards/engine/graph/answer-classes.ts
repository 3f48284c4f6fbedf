import { passes, type Test } from '../conditions.ts';
import { cutPoints, optionGroups } from '../distinct-answers.ts';
import { addAnswer } from '../tally.ts';
import type { Answer, MultipleQuestion, NumberQuestion, Question } from '../types.ts';
import { type AnswerSet, type Choice, joinSets } from './answer-set.ts';

/** Answers to one question that no test and no score can tell apart. */
export interface AnswerClass {
  /** One of them, to show as an example. */
  readonly answer: Answer;
  /** How many there are. */
  readonly size: bigint;
  /** All of them. */
  readonly set: AnswerSet;
}

/** More than this and the classes are not written out: nobody could tell so many answers apart. */
export const CLASS_LIMIT = 20_000;

/**
 * Every valid answer to a question, in classes.
 *
 * @param tests Tests on this question; others are passed over.
 * @param scores Names of the scores that matter.
 * @returns Only a count when there are more than `CLASS_LIMIT`.
 */
export function answerClasses(
  question: Question,
  tests: readonly Test[],
  scores: readonly string[],
): readonly AnswerClass[] | number {
  const own = tests.filter((test) => test.fact === question.id);
  if (question.kind === 'multiple') {
    const count = 2 ** optionGroups(question, own).length - 1 + question.exclusive.length;
    if (count > CLASS_LIMIT) return count;
  }
  const classes = new Map<string, AnswerClass>();
  for (const raw of rawClasses(question, own)) {
    const results = own.map((test) => (passes(test, raw.answer) ? 1 : 0));
    const points = scores.map((score) => addAnswer([0, 0, 0], question, raw.answer, score));
    const key = `${results}|${points.join(';')}`;
    const same = classes.get(key);
    classes.set(key, same ? joinClasses(same, raw) : raw);
  }
  return [...classes.values()];
}

/** Two classes as one. */
export function joinClasses(a: AnswerClass, b: AnswerClass): AnswerClass {
  return { answer: a.answer, size: a.size + b.size, set: joinSets(a.set, b.set) };
}

function rawClasses(question: Question, tests: readonly Test[]): readonly AnswerClass[] {
  if (question.kind === 'single')
    return question.options.map(({ id }) => ({
      answer: id,
      size: 1n,
      set: { kind: 'options', options: [id] },
    }));
  return question.kind === 'number' ? stretches(question, tests) : subsets(question, tests);
}

function stretches(question: NumberQuestion, tests: readonly Test[]): readonly AnswerClass[] {
  const cuts = [...cutPoints(question, tests)].sort((a, b) => a - b);
  return cuts.map((from, index) => {
    const next = cuts[index + 1] ?? question.max + 1;
    const ranges = [{ from, to: next - 1 }];
    return { answer: from, size: BigInt(next - from), set: { kind: 'numbers', ranges } };
  });
}

interface Subset extends Choice {
  readonly answer: readonly string[];
  readonly size: bigint;
}

function subsets(question: MultipleQuestion, tests: readonly Test[]): readonly AnswerClass[] {
  let sets: readonly Subset[] = [{ answer: [], size: 1n, some: [], none: [] }];
  for (const group of optionGroups(question, tests)) {
    const ids = group.map(({ id }) => id);
    const ways = 2n ** BigInt(ids.length) - 1n; // at least one of the group
    sets = sets.flatMap((set) => [
      { ...set, none: [...set.none, ...ids] },
      {
        answer: [...set.answer, ...ids.slice(0, 1)],
        size: set.size * ways,
        some: [...set.some, ids],
        none: set.none,
      },
    ]);
  }
  const { exclusive, options } = question;
  const order = options.map(({ id }) => id);
  const together = sets.slice(1).map((set) => ({ ...set, none: [...set.none, ...exclusive] }));
  const alone = exclusive.map(
    (id): Subset => ({
      answer: [id],
      size: 1n,
      some: [[id]],
      none: order.filter((other) => other !== id),
    }),
  );
  return [...together, ...alone].map(({ answer, size, some, none }) => ({
    answer: order.filter((id) => answer.includes(id)),
    size,
    set: { kind: 'choices', choices: [{ some, none }] },
  }));
}
