import { GraphLimitError } from '../graph/limit.ts';
import type { Finding, Wizard } from '../types.ts';
import { checkConditions } from './check-conditions.ts';
import { checkContent } from './check-content.ts';
import { checkIds } from './check-ids.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkParts } from './check-parts.ts';
import { checkCoverage, checkPersonas } from './check-personas.ts';
import { checkHits, checkReach } from './check-reach.ts';
import { checkReferences } from './check-references.ts';
import { checkReview } from './check-review.ts';
import { checkUnused } from './check-unused.ts';
import type { CheckContext } from './context.ts';
import { error, quote } from './findings.ts';
import { surveyWizard } from './survey.ts';

/**
 * Find every fault in a definition at once.
 *
 * What needs every way of answering is looked at only when ids and conditions are sound: with a
 * name that leads nowhere the rest would be noise.
 *
 * @returns Nothing when the definition is sound.
 */
export function checkWizard(wizard: Wizard, context: CheckContext): readonly Finding[] {
  const basic = [
    ...checkIds(wizard),
    ...checkReferences(wizard),
    ...checkConditions(wizard),
    ...checkNumbers(wizard),
  ];
  const around = [...checkContent(wizard, context), ...checkReview(wizard, context)];
  const isSound = !basic.some(({ check }) => check !== 'test-of-everything');
  return [...basic, ...around, ...(isSound ? checkAllWays(wizard) : [])];
}

function checkAllWays(wizard: Wizard): readonly Finding[] {
  const plain = [...checkUnused(wizard), ...checkPersonas(wizard)];
  try {
    const survey = surveyWizard(wizard);
    return [
      ...checkReach(wizard, survey),
      ...checkHits(wizard, survey),
      ...checkParts(wizard),
      ...plain,
      ...checkCoverage(wizard, survey),
    ];
  } catch (thrown) {
    if (!(thrown instanceof GraphLimitError)) throw thrown;
    const worst = thrown.blame.slice(0, 3);
    const message = `there are too many situations to go through. To tell apart: ${worst
      .map(({ id, values }) => `"${id}" (${values})`)
      .join(', ')}.`;
    const hint = `Let fewer answers of ${quote(worst.map(({ id }) => id))} matter, or split the wizard.`;
    return [...plain, error('too-many-situations', ['questions'], message, hint)];
  }
}
