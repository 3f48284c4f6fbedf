import { readStored } from '../read-answer.ts';
import type { Answer, Answers, Question, Wizard } from '../types.ts';
import type { AnswerClass } from './answer-classes.ts';
import { isInSet } from './answer-set.ts';

/** Where a reader may stand before one question, as far as anything later can tell. */
export interface Node {
  /** Whether the question applies here. */
  readonly isAsked: boolean;
  /** Index of the node after it: by class of answer when it is asked, else one only. */
  readonly next: readonly number[];
}

/** One question in every situation in which it may be reached. */
export interface Layer {
  readonly question: Question;
  readonly classes: readonly AnswerClass[];
  readonly nodes: readonly Node[];
}

/**
 * A reduced decision graph: every way of answering, merged so that two nodes of a layer differ only
 * if some way of answering the rest tells them apart. The root is node 0 of the first layer; `next`
 * in the last layer leads to `ends`.
 */
export interface Graph {
  readonly wizard: Wizard;
  readonly layers: readonly Layer[];
  /** What holds at the end: ids of outcomes, of rules, or of whatever was compiled for. */
  readonly ends: readonly (readonly string[])[];
}

/** The class of each stored answer that is allowed, by layer; -1 where there is none. */
export function classesGiven(graph: Graph, answers: Answers): readonly number[] {
  return graph.layers.map(({ question, classes }) => {
    const answer = readStored(question, answers);
    return answer === undefined ? -1 : classOf(classes, answer);
  });
}

/** Index of the class an answer is in. */
export function classOf(classes: readonly AnswerClass[], answer: Answer): number {
  return classes.findIndex(({ set }) => isInSet(set, answer));
}

/**
 * Work out a value for each node, from the ends back to the root.
 *
 * @param end Value of an end.
 * @param node Value of a node, from the values of the nodes after it.
 * @returns By layer and node.
 */
export function foldGraph<T>(
  { layers, ends }: Graph,
  end: (ids: readonly string[]) => T,
  node: (next: readonly T[], node: Node, layer: number) => T,
): readonly (readonly T[])[] {
  const folded: (readonly T[])[] = [ends.map(end)];
  for (let index = layers.length - 1; index >= 0; index--) {
    const after = folded[0] ?? [];
    const own = layers[index]?.nodes.map((each) => {
      const next = each.next.map((at) => after[at] as T); // `next` only holds places in `after`
      return node(next, each, index);
    });
    folded.unshift(own ?? []);
  }
  return folded;
}

/** The value `foldGraph()` gives the root. */
export function foldToRoot<T>(...given: Parameters<typeof foldGraph<T>>): T {
  return foldGraph(...given)[0]?.[0] as T; // every graph has a root
}

/** The classes of answers that may be given at a node: one when a stored answer decides. */
export function openClasses({ isAsked, next }: Node, given: number): readonly number[] {
  if (!isAsked) return [0];
  return given >= 0 ? [given] : [...next.keys()];
}

/** Which nodes can be reached with the answers given, by layer; the last list is of ends. */
export function reachNodes(graph: Graph, given: readonly number[]): readonly ReadonlySet<number>[] {
  const reached: Set<number>[] = [new Set([0])];
  graph.layers.forEach(({ nodes }, index) => {
    const after = new Set<number>();
    for (const at of reached[index] ?? []) {
      const node = nodes[at];
      if (!node) continue;
      for (const chosen of openClasses(node, given[index] ?? -1)) after.add(node.next[chosen] ?? 0);
    }
    reached.push(after);
  });
  return reached;
}
