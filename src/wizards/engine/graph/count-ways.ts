import type { AnswerClass } from './answer-classes.ts';
import { foldToRoot, type Graph } from './graph.ts';

export interface Ways {
  /** Distinct combinations of answers on paths, exactly. */
  readonly ways: bigint;
  /** Fewest and most questions asked. */
  readonly shortest: number;
  readonly longest: number;
}

/** Count the ways through a wizard, or only those that end as asked for. */
export function countWays(
  graph: Graph,
  isCounted: (end: readonly string[]) => boolean = () => true,
): Ways {
  const none: Ways = { ways: 0n, shortest: Number.POSITIVE_INFINITY, longest: 0 };
  const one: Ways = { ways: 1n, shortest: 0, longest: 0 };
  return foldToRoot<Ways>(
    graph,
    (end) => (isCounted(end) ? one : none),
    (next, { isAsked }, layer) =>
      isAsked ? addWays(next, graph.layers[layer]?.classes ?? []) : (next[0] ?? none),
  );
}

function addWays(next: readonly Ways[], classes: readonly AnswerClass[]): Ways {
  let ways = 0n;
  let [shortest, longest] = [Number.POSITIVE_INFINITY, 0];
  next.forEach((after, at) => {
    if (!after.ways) return;
    ways += after.ways * (classes[at]?.size ?? 1n);
    shortest = Math.min(shortest, after.shortest + 1);
    longest = Math.max(longest, after.longest + 1);
  });
  return { ways, shortest, longest };
}
