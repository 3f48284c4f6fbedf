import type { Outcome, Requirement, Wizard } from './types.ts';

/** The requirements of an outcome that say how they are shown and followed up. */
export function fullRequirements({ requirements }: Outcome): readonly Requirement[] {
  return requirements.filter((each) => typeof each !== 'string');
}

/** The requirements of an outcome that are text and no more. */
export function plainRequirements({ requirements }: Outcome): readonly string[] {
  return requirements.filter((each) => typeof each === 'string');
}

/** An outcome with nothing to do, that only adds requirements to the composed list. */
export function isBlock(outcome: Outcome): boolean {
  return outcome.steps.length === 0 && fullRequirements(outcome).length > 0;
}

/**
 * The guide without its blocks: what is left is what it recommends. A block has its own condition
 * beside it, so explanations and the map are about the rest; with every block told apart from every
 * other there would be thousands of results.
 */
export function withoutBlocks(wizard: Wizard): Wizard {
  const blocks = wizard.outcomes.filter(isBlock).map(({ id }) => id);
  if (blocks.length === 0 || blocks.length === wizard.outcomes.length) return wizard;
  return {
    ...wizard,
    outcomes: wizard.outcomes.filter(({ id }) => !blocks.includes(id)),
    rules: wizard.rules.filter(({ outcome }) => !blocks.includes(outcome)),
  };
}
