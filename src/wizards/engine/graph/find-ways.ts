import type { Answer, Answers } from '../types.ts';
import { classesGiven, foldGraph, type Graph, openClasses } from './graph.ts';

/** One way through with one answer of each class, and where it ends. */
export interface Way {
  readonly answers: Answers;
  /** How many ways this one stands for. */
  readonly ways: bigint;
  readonly end: readonly string[];
}

/**
 * Go through the ways, one for each class of answers, in the order of questions and options.
 * There may be very many: take only as many as you want.
 *
 * @param given Only ways with these answers where they apply.
 * @param isWanted Only ways that end so.
 */
export function* findWays(
  graph: Graph,
  given: Answers = {},
  isWanted: (end: readonly string[]) => boolean = () => true,
): Generator<Way> {
  const classes = classesGiven(graph, given);
  // a node is worth entering when a wanted end lies behind a class that is allowed
  const leads = foldGraph<boolean>(graph, isWanted, (next, node, layer) =>
    openClasses(node, classes[layer] ?? -1).some((at) => next[at] === true),
  );
  const walk = function* (layer: number, at: number, way: Way): Generator<Way> {
    const step = graph.layers[layer];
    const node = step?.nodes[at];
    if (!leads[layer]?.[at]) return;
    if (!step || !node) {
      yield { ...way, end: graph.ends[at] ?? [] };
      return;
    }
    for (const chosen of openClasses(node, classes[layer] ?? -1)) {
      const own = node.isAsked ? step.classes[chosen] : undefined;
      const { id } = step.question;
      yield* walk(layer + 1, node.next[chosen] ?? 0, {
        ...way,
        answers: own ? { ...way.answers, [id]: exampleOf(own.answer, given[id]) } : way.answers,
        ways: way.ways * (own?.size ?? 1n),
      });
    }
  };
  yield* walk(0, 0, { answers: {}, ways: 1n, end: [] });
}

/** The first way that ends as wanted, or `undefined`. */
export function findExample(
  graph: Graph,
  isWanted: (end: readonly string[]) => boolean,
  given: Answers = {},
): Answers | undefined {
  for (const { answers } of findWays(graph, given, isWanted)) return answers;
  return undefined;
}

/** A given answer is shown as it is; a list in reading order is what the class holds anyway. */
function exampleOf(example: Answer, given: Answer | undefined): Answer {
  return given ?? example;
}
