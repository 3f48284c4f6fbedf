import { readAnswer } from '../../engine/read-answer.ts';
import type { Answer, Question } from '../../engine/types.ts';

/**
 * What the reader chose or wrote.
 *
 * A number may be written as people write it: `1200`, `1 200`, `1.200 `.
 *
 * @returns `null` when there is no answer that the question takes.
 */
export function readForm(question: Question, form: FormData): Answer | null {
  const values = form.getAll('answer').map(String);
  const raw =
    question.kind === 'multiple'
      ? values
      : question.kind === 'number'
        ? readNumber(values[0] ?? '')
        : values[0];
  return readAnswer(question, raw).answer ?? null;
}

function readNumber(text: string): number {
  const digits = text.replace(/[\s\u00a0\u202f.']/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN;
}
