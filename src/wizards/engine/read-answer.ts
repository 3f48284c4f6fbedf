import type { Answer, Answers, Question, RejectionReason } from './types.ts';

/** An answer in its one canonical form, or why it is not one. */
export type ReadAnswer =
  | { readonly answer: Answer; readonly reason?: undefined }
  | { readonly answer?: undefined; readonly reason: RejectionReason };

/**
 * Read a value from a link, a file or storage as an answer.
 *
 * Several options come back once each and in reading order, so equal answers look equal.
 */
export function readAnswer(question: Question, value: unknown): ReadAnswer {
  if (question.kind === 'number') {
    if (typeof value !== 'number') return { reason: 'wrong-kind' };
    const isInRange = Number.isInteger(value) && value >= question.min && value <= question.max;
    return isInRange ? { answer: value + 0 } : { reason: 'out-of-range' }; // + 0 turns -0 into 0
  }
  const isSingle = question.kind === 'single';
  if (isSingle ? typeof value !== 'string' : !Array.isArray(value)) return { reason: 'wrong-kind' };
  const given: readonly unknown[] = [value].flat();
  if (!given.length) return { reason: 'empty' };
  const ids: readonly string[] = question.options.map(({ id }) => id);
  if (!given.every((id) => ids.some((known) => known === id))) return { reason: 'unknown-option' };
  const answer = ids.filter((id) => given.includes(id));
  if (isSingle) return { answer: answer[0] ?? '' };
  const isAlone = answer.length < 2 || !answer.some((id) => question.exclusive.includes(id));
  return isAlone ? { answer } : { reason: 'exclusive' };
}

/**
 * The stored answer to a question, or `undefined` when there is none or it is not allowed.
 * Never a value inherited from `Object.prototype`.
 */
export function readStored(question: Question, answers: Answers): Answer | undefined {
  const { id } = question;
  return Object.hasOwn(answers, id) ? readAnswer(question, answers[id]).answer : undefined;
}
