import type { Finding, Wizard } from '../types.ts';
import type { CheckContext } from './context.ts';
import { error, warning } from './findings.ts';

/** Days after `reviewBy` during which a definition may still be published. */
export const GRACE_DAYS = 60;

const DAY = 86_400_000;

/** The dates of review. Dates are compared in UTC, as whole days. */
export function checkReview(wizard: Wizard, context: CheckContext): readonly Finding[] {
  const { reviewed, reviewBy } = wizard;
  const findings: Finding[] = [];
  if (reviewed > reviewBy) {
    const message = `the wizard was reviewed ${reviewed}, after ${reviewBy} when it must be reviewed again.`;
    findings.push(error('review-order', ['reviewed'], message, 'Set a later `reviewBy`.'));
  }
  if (reviewed > context.today) {
    const message = `the wizard was reviewed ${reviewed}, which has not been yet.`;
    findings.push(error('review-order', ['reviewed'], message, 'Set the day it was read.'));
  }
  const late = (Date.parse(context.today) - Date.parse(reviewBy)) / DAY;
  if (!(late > 0)) return findings;
  const report = late > GRACE_DAYS ? error : warning;
  const message = `the wizard should have been reviewed by ${reviewBy}, ${late} days ago.`;
  const hint = `Read all of it and set \`reviewed\` and \`reviewBy\`. After ${GRACE_DAYS} days the build stops.`;
  return [...findings, report('review-passed', ['reviewBy'], message, hint)];
}
