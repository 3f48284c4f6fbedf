import { holds } from './conditions.ts';
import { findById, questionsIn } from './dependencies.ts';
import { factsOnPath } from './facts.ts';
import type { Decision, Reason, Step, Wizard } from './types.ts';

/**
 * Find what the answers lead to.
 *
 * Under `unique` the first rule that holds decides too: `checkWizard()` has shown that no other does.
 *
 * @param path Every applicable question with its answer: no question is open.
 * @returns No outcomes when no rule holds, which `checkWizard()` calls a gap.
 */
export function decide(wizard: Wizard, path: readonly Step[]): Decision {
  const facts = factsOnPath(wizard, path);
  const reasons: Reason[] = [];
  for (const rule of wizard.rules) {
    const outcome = findById(wizard.outcomes, rule.outcome);
    if (!outcome || !holds(rule.when, facts)) continue;
    const ids = questionsIn(wizard, rule.when);
    reasons.push({ rule, outcome, read: path.filter(({ question }) => ids.includes(question.id)) });
    if (wizard.hit !== 'collect') break;
  }
  return { outcomes: [...new Set(reasons.map(({ outcome }) => outcome))], reasons };
}
