import { explore } from './explore.ts';
import type { Wizard } from './types.ts';

export interface Ways {
  /** Distinct combinations of answers on paths, exactly. */
  readonly ways: bigint;
  /** Fewest and most questions asked. */
  readonly shortest: number;
  readonly longest: number;
}

/**
 * Count the ways through a wizard.
 *
 * @throws ExploreLimitError
 */
export function countWays(wizard: Wizard): Ways {
  let counted: Ways = { ways: 0n, shortest: 0, longest: 0 };
  // with no condition to explore every way ends in the same situation
  explore(wizard, [], {
    situation: ({ ways, shortest, longest }) => {
      counted = { ways, shortest, longest };
    },
  });
  return counted;
}
