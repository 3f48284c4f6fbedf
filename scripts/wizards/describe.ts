import { decodeAnswers } from '../../src/wizards/engine/encode.ts';
import type { AnswerSet } from '../../src/wizards/engine/graph/answer-set.ts';
import type { Answers, Wizard } from '../../src/wizards/engine/types.ts';
import { UsageError } from './files.ts';

/** A set of answers in ids: `ja or delvis`, `1–99`, `egna, not inga`. */
export function describeSet(set: AnswerSet): string {
  if (set.kind === 'options') return set.options.join(' or ');
  if (set.kind === 'numbers')
    return set.ranges
      .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
      .join(' or ');
  return set.choices
    .map(({ some }) => some.map((group) => group.join('/')).join(' + '))
    .join(' or ');
}

/** Answers as given on the command line: an address, or only its end. */
export function readAnswers(wizard: Wizard, given: string | undefined): Answers {
  if (given === undefined) return {};
  const { answers, problems } = decodeAnswers(wizard, given.replace(/^.*#/, ''));
  const [first] = problems;
  if (first) throw new UsageError(`--answers: "${first.key}=${first.value}" (${first.reason}).`);
  return answers;
}
