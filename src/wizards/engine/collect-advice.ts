import { holds } from './conditions.ts';
import { factsOnPath } from './facts.ts';
import type { Advice, Step, Wizard } from './types.ts';

/**
 * Every advice whose condition holds, in the order of the definition.
 *
 * @param path Every applicable question with its answer: no question is open.
 */
export function collectAdvice(wizard: Wizard, path: readonly Step[]): readonly Advice[] {
  const facts = factsOnPath(wizard, path);
  return wizard.advice.filter((advice) => holds(advice.when, facts));
}
