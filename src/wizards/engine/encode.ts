import { findById } from './dependencies.ts';
import { optionsOf } from './options.ts';
import { readAnswer } from './read-answer.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answer, Answers, Question, QuestionId, RejectionReason, Wizard } from './types.ts';

/** A part of an address that could not be used. */
export interface AddressProblem {
  /** As written, at most 40 characters. */
  readonly key: string;
  readonly value: string;
  readonly reason: RejectionReason | 'duplicate' | 'version';
}

export interface DecodedAnswers {
  readonly answers: Answers;
  /** The version the address was made for, or `null` when it does not say. */
  readonly version: number | null;
  /** At most 20. */
  readonly problems: readonly AddressProblem[];
}

/**
 * Write the answers on the path for the fragment of an address: `v=3&g=b&n=120&e=a.c`.
 * Codes only, never text, in the order of the questions.
 */
export function encodeAnswers(wizard: Wizard, answers: Answers): string {
  const parts = resolvePosition(wizard, answers).path.map(({ question, answer }) => {
    const codes = [answer].flat().map((id) => findById(optionsOf(question), id)?.code ?? id);
    return `&${question.code}=${codes.join('.')}`;
  });
  return `v=${wizard.version}${parts.join('')}`;
}

/**
 * Read the fragment of an address. Takes any string, with or without `#`, and never throws: what
 * it cannot use it reports. The first of two parts with the same key counts.
 */
export function decodeAnswers(wizard: Wizard, fragment: string): DecodedAnswers {
  const answers = new Map<QuestionId, Answer>();
  const problems: AddressProblem[] = [];
  const seen = new Set<string>();
  let version: number | null = null;
  // URLSearchParams leaves a stray % as it is, where decodeURIComponent() would throw
  for (const [key, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    const question = wizard.questions.find(({ code }) => code === key);
    const read = question && readAnswer(question, decodeValue(question, value));
    let reason: AddressProblem['reason'] | undefined = read ? read.reason : 'unknown-question';
    if (seen.has(key)) reason = 'duplicate';
    else if (key === 'v') {
      reason = /^\d{1,9}$/.test(value) ? undefined : 'version';
      version = reason ? null : Number(value);
    } else if (question && read?.answer !== undefined) answers.set(question.id, read.answer);
    if (question || key === 'v') seen.add(key);
    if (reason && problems.length < 20)
      problems.push({ key: key.slice(0, 40), value: value.slice(0, 40), reason });
  }
  return { answers: Object.fromEntries(answers), version, problems };
}

/** Codes to ids. What is no code becomes a value that `readAnswer()` says why it cannot take. */
function decodeValue(question: Question, value: string): unknown {
  if (question.kind === 'number') return /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  const marked = question.options.filter(({ unknown }) => unknown);
  const idOf = (code: string) =>
    code === '?' && marked.length === 1
      ? marked[0]?.id
      : question.options.find((option) => option.code === code)?.id;
  return question.kind === 'single' ? (idOf(value) ?? '') : value.split('.').map(idOf);
}
