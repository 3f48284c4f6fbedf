import { type AnswerSet, joinSets } from '../graph/answer-set.ts';
import { classesGiven, type Graph, type Layer } from '../graph/graph.ts';
import { reduceGraph } from '../graph/reduce-graph.ts';
import type { Answers, OutcomeId, QuestionId } from '../types.ts';

/** A question in one situation, or an end. */
export interface ViewNode {
  /** `n0`, `n1` … in order of the questions; ends come last. */
  readonly id: string;
  readonly question: QuestionId | null;
  /** Of an end; none where there is a gap. */
  readonly outcomes: readonly OutcomeId[];
  readonly edges: readonly ViewEdge[];
}

export interface ViewEdge {
  readonly to: string;
  readonly set: AnswerSet;
  /** Whether it holds every answer that leads on from here. */
  readonly isAny: boolean;
}

/** The reduced graph as it is drawn: only questions in situations where the answer matters. */
export interface GraphView {
  readonly nodes: readonly ViewNode[];
  readonly root: string;
}

/**
 * The graph to draw, and to write out as nested text.
 *
 * @param graph Of `compileOutcomes()`.
 * @param isAll Keep every question that is asked, also where no answer to it matters.
 */
export function viewGraph(graph: Graph, isAll = false): GraphView {
  const reduced = isAll ? graph : reduceGraph(graph, false);
  const ids = new Map<string, string>();
  const nodes: ViewNode[] = [];
  reduced.layers.forEach((layer, index) => {
    layer.nodes.forEach(({ isAsked }, at) => {
      if (isAsked) ids.set(`${index} ${at}`, `n${ids.size}`);
    });
  });
  const place = (layer: number, at: number) => {
    const [index, node] = nextAsked(reduced, layer, at);
    const key = `${index} ${node}`;
    if (!ids.has(key)) ids.set(key, `n${ids.size}`);
    return ids.get(key) ?? '';
  };
  reduced.layers.forEach((layer, index) => {
    layer.nodes.forEach(({ isAsked, next }, at) => {
      if (!isAsked) return;
      const edges = joinEdges(
        layer,
        next.map((to) => place(index + 1, to)),
      );
      nodes.push({ id: place(index, at), question: layer.question.id, outcomes: [], edges });
    });
  });
  const root = place(0, 0);
  reduced.ends.forEach((outcomes, at) => {
    const id = ids.get(`${reduced.layers.length} ${at}`);
    if (id) nodes.push({ id, question: null, outcomes, edges: [] });
  });
  return { nodes, root };
}

/** Ids of the nodes that the answers lead through, and the end if they lead to one. */
export function viewPath(graph: Graph, answers: Answers): readonly string[] {
  const given = classesGiven(graph, answers);
  const { nodes, root } = viewGraph(graph);
  const path: string[] = [];
  for (let at: string | undefined = root; at !== undefined; ) {
    const node = nodes.find(({ id }) => id === at);
    path.push(at);
    const layer = graph.layers.findIndex(({ question }) => question.id === node?.question);
    const own = graph.layers[layer]?.classes[given[layer] ?? -1];
    at = own && node?.edges.find(({ set }) => isWithinSet(own.set, set))?.to;
  }
  return path;
}

function isWithinSet(part: AnswerSet, whole: AnswerSet): boolean {
  if (part.kind === 'options' && whole.kind === 'options')
    return part.options.every((id) => whole.options.includes(id));
  if (part.kind === 'numbers' && whole.kind === 'numbers')
    return part.ranges.every(({ from, to }) =>
      whole.ranges.some((range) => range.from <= from && to <= range.to),
    );
  const keys = (set: AnswerSet) =>
    set.kind === 'choices' ? set.choices.map((choice) => JSON.stringify(choice)) : [];
  return keys(part).every((key) => keys(whole).includes(key));
}

function nextAsked(graph: Graph, layer: number, at: number): readonly [number, number] {
  const node = graph.layers[layer]?.nodes[at];
  if (!node || node.isAsked) return [layer, at];
  return nextAsked(graph, layer + 1, node.next[0] ?? 0);
}

function joinEdges({ classes }: Layer, to: readonly string[]): readonly ViewEdge[] {
  return [...new Set(to)].flatMap((target) => {
    const sets = classes.flatMap(({ set }, at) => (to[at] === target ? set : []));
    const [first, ...rest] = sets;
    if (!first) return [];
    const isAny = sets.length === classes.length;
    return [{ to: target, set: rest.reduce(joinSets, first), isAny }];
  });
}
