import type { Answer, Question } from '../engine/types.ts';

const thousands = new Intl.NumberFormat('sv-SE');

/** An answer in words: option labels, or the number with its unit. */
export function answerText(question: Question, answer: Answer): string {
  if (question.kind === 'number') return `${thousands.format(Number(answer))} ${question.unit}`;
  const ids = typeof answer === 'object' ? answer : [answer];
  return question.options
    .filter(({ id }) => ids.includes(id))
    .map(({ label }) => label)
    .join(', ');
}

/** `1200` → `1 200`, for texts that name a bound. */
export function numberText(value: number): string {
  return thousands.format(value);
}
