import type { Graph } from '../graph/graph.ts';

/** For each question, whether it is ever asked and ever not asked. */
export function surveyQuestions(graph: Graph) {
  return graph.layers.map(({ nodes }) => ({
    holds: nodes.some(({ isAsked }) => isAsked),
    fails: nodes.some(({ isAsked }) => !isAsked),
  }));
}
