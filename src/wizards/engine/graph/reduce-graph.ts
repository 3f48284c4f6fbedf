import { type AnswerClass, joinClasses } from './answer-classes.ts';
import type { Graph, Layer, Node } from './graph.ts';

/**
 * Merge what no way of answering the rest can tell apart, from the ends back. The result is the one
 * smallest graph: two nodes that are still apart really differ.
 *
 * @param isAskedKept Without it a question that changes nothing counts as not asked.
 */
export function reduceGraph(graph: Graph, isAskedKept = true): Graph {
  const ends = intern(graph.ends, (ids) => ids.join(' '));
  let places = ends.places;
  const layers: Layer[] = [];
  for (const layer of graph.layers.toReversed()) {
    const moved = layer.nodes.map(({ isAsked, next }): Node => {
      const after = next.map((at) => places[at] ?? 0);
      const isSame = !isAskedKept && after.every((at) => at === after[0]);
      return isAsked && !isSame
        ? { isAsked, next: after }
        : { isAsked: false, next: after.slice(0, 1) };
    });
    const nodes = intern(moved, ({ isAsked, next }) => (isAsked ? next.join() : `-${next[0]}`));
    places = nodes.places;
    layers.unshift(mergeClasses({ ...layer, nodes: nodes.items }));
  }
  return trim({ ...graph, layers, ends: ends.items }, places[0] ?? 0);
}

function intern<T>(items: readonly T[], keyOf: (item: T) => string) {
  const known = new Map<string, number>();
  const kept: T[] = [];
  const places = items.map((item) => {
    const key = keyOf(item);
    const place = known.get(key) ?? kept.push(item) - 1;
    known.set(key, place);
    return place;
  });
  return { items: kept, places };
}

/** Classes that lead to the same node from everywhere are one. */
function mergeClasses(layer: Layer): Layer {
  const asked = layer.nodes.filter(({ isAsked }) => isAsked);
  const columns = layer.classes.map((_, at) => asked.map(({ next }) => next[at]).join());
  const { items, places } = intern(columns, (column) => column);
  if (items.length === columns.length) return layer;
  const classes: AnswerClass[] = [];
  layer.classes.forEach((each, at) => {
    const place = places[at] ?? 0;
    const same = classes[place];
    classes[place] = same ? joinClasses(same, each) : each;
  });
  const firsts = items.map((_, place) => places.indexOf(place));
  const nodes = layer.nodes.map(({ isAsked, next }) =>
    isAsked ? { isAsked, next: firsts.map((at) => next[at] ?? 0) } : { isAsked, next },
  );
  return { ...layer, classes, nodes };
}

/** Put the root first. It is the only node of the first layer. */
function trim(graph: Graph, root: number): Graph {
  const [first, ...rest] = graph.layers;
  if (!first || root === 0) return graph;
  return { ...graph, layers: [{ ...first, nodes: first.nodes.slice(root) }, ...rest] };
}
