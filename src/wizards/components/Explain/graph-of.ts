import { withoutBlocks } from '../../engine/blocks.ts';
import type { Graph } from '../../engine/graph/graph.ts';
import { compileOutcomes } from '../../engine/graph/outcome-graph.ts';
import type { Wizard } from '../../engine/types.ts';

const graphs = new WeakMap<Wizard, Graph>();

/**
 * The decision graph of a guide, compiled the first time it is asked for: a few milliseconds.
 * The build has shown that it compiles, so the limit is never met here.
 */
export function graphOf(wizard: Wizard): Graph {
  const known = graphs.get(wizard);
  if (known) return known;
  const graph = compileOutcomes(withoutBlocks(wizard));
  graphs.set(wizard, graph);
  return graph;
}
