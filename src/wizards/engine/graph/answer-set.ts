import type { Answer, MultipleQuestion, OptionId, Question } from '../types.ts';

/** Some of the answers to one question, described the way a reader would. */
export type AnswerSet =
  /** Any one of these options. */
  | { readonly kind: 'options'; readonly options: readonly OptionId[] }
  /** A number in one of these stretches, both ends included. */
  | {
      readonly kind: 'numbers';
      readonly ranges: readonly { readonly from: number; readonly to: number }[];
    }
  /** Several options, in one of these ways. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

/** At least one of each list in `some`, and none of `none`: together they name every option. */
export interface Choice {
  readonly some: readonly (readonly OptionId[])[];
  readonly none: readonly OptionId[];
}

/** Whether a valid answer is one of the set. */
export function isInSet(set: AnswerSet, answer: Answer): boolean {
  if (set.kind === 'numbers')
    return set.ranges.some(({ from, to }) => Number(answer) >= from && Number(answer) <= to);
  const chosen = [answer].flat();
  if (set.kind === 'options') return set.options.some((id) => chosen.includes(id));
  return set.choices.some(
    ({ some, none }) =>
      some.every((group) => group.some((id) => chosen.includes(id))) &&
      !none.some((id) => chosen.includes(id)),
  );
}

/** Both sets together. They are of one question and have no answer in common. */
export function joinSets(a: AnswerSet, b: AnswerSet): AnswerSet {
  if (a.kind === 'options' && b.kind === 'options')
    return { kind: 'options', options: [...a.options, ...b.options] };
  if (a.kind === 'choices' && b.kind === 'choices')
    return { kind: 'choices', choices: [...a.choices, ...b.choices] };
  if (a.kind !== 'numbers' || b.kind !== 'numbers') return a;
  const ranges: { from: number; to: number }[] = [];
  for (const { from, to } of [...a.ranges, ...b.ranges].sort((x, y) => x.from - y.from)) {
    const last = ranges.at(-1);
    if (last && last.to + 1 === from) last.to = to;
    else ranges.push({ from, to });
  }
  return { kind: 'numbers', ranges };
}

/** Every answer to a question, when there are no more than `most`; else `null`. */
export function everyChoice(question: Question, most: number): readonly Answer[] | null {
  if (question.kind === 'single') return question.options.map(({ id }) => id);
  if (question.kind === 'number') {
    const count = question.max - question.min + 1;
    return count > most ? null : Array.from({ length: count }, (_, at) => question.min + at);
  }
  const together = combinable(question);
  if (2 ** together.length > most) return null;
  const subsets = together.reduce<readonly (readonly OptionId[])[]>(
    (sets, id) => sets.flatMap((set) => [set, [...set, id]]),
    [[]],
  );
  return [...subsets.filter((set) => set.length), ...question.exclusive.map((id) => [id])];
}

function combinable({ options, exclusive }: MultipleQuestion): readonly OptionId[] {
  return options.map(({ id }) => id).filter((id) => !exclusive.includes(id));
}
