import { explore } from './explore.ts';
import type { Answers, OutcomeId, Wizard } from './types.ts';

/** What the answers so far leave, in the order of the definition. */
export interface PossibleOutcomes {
  /** Outcomes that some way of answering the rest leads to. */
  readonly possible: readonly OutcomeId[];
  /** Outcomes that every way of answering the rest leads to. */
  readonly certain: readonly OutcomeId[];
}

/**
 * Which outcomes the answers still allow, exactly. Stored answers further on are taken as they
 * stand. Not part of what a page needs at once: load it while the reader answers.
 *
 * @throws ExploreLimitError
 */
export function findPossibleOutcomes(wizard: Wizard, answers: Answers): PossibleOutcomes {
  const ids = wizard.outcomes.map(({ id }) => id);
  const possible = new Set<OutcomeId>();
  let certain: readonly OutcomeId[] = ids;
  const conditions = wizard.rules.map(({ when }) => when);
  const situation = ({ truth }: { readonly truth: readonly boolean[] }) => {
    const holding = wizard.rules.filter((_, index) => truth[index]).map((rule) => rule.outcome);
    const reached = new Set(wizard.hit === 'collect' ? holding : holding.slice(0, 1));
    for (const id of reached) possible.add(id);
    certain = certain.filter((id) => reached.has(id));
  };
  explore(wizard, conditions, { situation }, { given: answers });
  return { possible: ids.filter((id) => possible.has(id)), certain };
}
