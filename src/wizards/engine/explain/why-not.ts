import { type Facts, holds } from '../conditions.ts';
import { factsOnPath } from '../facts.ts';
import type { Condition, Outcome, Rule, Step, Wizard } from '../types.ts';

/** Why a rule did not decide. */
export interface MissedRule {
  readonly rule: Rule;
  /** What would have to become true: the parts of the condition that fail, or `null` when none do. */
  readonly missing: Condition | null;
  /** The rule that decided before it, where it holds itself. */
  readonly takenBy: Rule | null;
}

/** An outcome that did not come, with every rule that leads to it. */
export interface WhyNot {
  readonly outcome: Outcome;
  readonly rules: readonly MissedRule[];
}

/**
 * Why each of the other outcomes did not come.
 *
 * @param path Every applicable question with its answer: no question is open.
 */
export function explainWhyNot(wizard: Wizard, path: readonly Step[]): readonly WhyNot[] {
  const facts = factsOnPath(wizard, path);
  const holding = wizard.rules.filter(({ when }) => holds(when, facts));
  const counting = wizard.hit === 'collect' ? holding : holding.slice(0, 1);
  const [first] = holding;
  return wizard.outcomes
    .filter(({ id }) => !counting.some((rule) => rule.outcome === id))
    .map((outcome) => ({
      outcome,
      rules: wizard.rules
        .filter((rule) => rule.outcome === outcome.id)
        .map((rule) => {
          const missing = failingPart(rule.when, facts);
          return { rule, missing, takenBy: missing ? null : (first ?? null) };
        }),
    }));
}

/** What of a condition is false and would have to become true; `null` when it holds. */
export function failingPart(condition: Condition, facts: Facts): Condition | null {
  if (holds(condition, facts)) return null;
  if (condition.kind !== 'all' && condition.kind !== 'any') return condition;
  const parts = condition.of.flatMap((part) => failingPart(part, facts) ?? []);
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind: condition.kind, of: parts };
}
