import type { RawWizard } from '../raw-wizard.ts';
import type { Finding } from '../types.ts';
import { error, suggest } from './findings.ts';

/** Scales, which are written out and gone in a `Wizard`, so the raw definition is checked. */
export function checkScales(raw: RawWizard): readonly Finding[] {
  const scales = Object.entries(raw.scales ?? {});
  const names = scales.map(([name]) => name);
  return [
    ...raw.questions.flatMap((question, index) => {
      const { id, scale, score } = question;
      const options = question.options ?? scales.find(([name]) => name === scale)?.[1].options;
      const path = ['questions', index];
      if (scale !== undefined && !options) {
        const message = `question "${id}" uses the scale "${scale}", which is not defined.`;
        return [error('unknown-id', [...path, 'scale'], message, suggest(scale, names))];
      }
      const needsScore = options?.some((option) => Object.hasOwn(option.scores ?? {}, '$'));
      if (Boolean(needsScore) === (score !== undefined)) return [];
      const message = needsScore
        ? `question "${id}" has options with "$" points but no score of its own.`
        : `question "${id}" has the score "${score}", but no option gives "$" points.`;
      const hint = 'Write both `score` on the question and `$` under `scores`, or neither.';
      return [error('score', path, message, hint)];
    }),
    ...names
      .filter((name) => !raw.questions.some(({ scale }) => scale === name))
      .map((name) => {
        const message = `scale "${name}" is used by no question.`;
        return error('unused', ['scales', name], message, 'Use it or take it away.');
      }),
  ];
}
