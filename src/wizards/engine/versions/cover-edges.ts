import type { AnswerSet } from '../graph/answer-set.ts';
import type { Graph } from '../graph/graph.ts';
import { reduceGraph } from '../graph/reduce-graph.ts';
import { isCombinable } from '../options.ts';
import type { Answer, Answers, Question } from '../types.ts';

/** Answers on ways that together pass every edge that matters, only where it matters. */
export function coverEdges(graph: Graph): readonly Answers[] {
  const reduced = reduceGraph(graph, false);
  const passed = new Set<string>();
  const ways: Answers[] = [];
  for (;;) {
    const before = passed.size;
    const way = walk(reduced, passed);
    if (passed.size === before) return ways;
    ways.push(way);
  }
}

/** One answer at one node. An edge is passed with each of its examples: both ends of a stretch. */
function stepsAt({ layers }: Graph, layer: number, at: number): readonly Step[] {
  const step = layers[layer];
  const node = step?.nodes[at];
  if (!step || !node?.isAsked) return [];
  return step.classes.flatMap(({ set }, chosen) =>
    examplesOf(step.question, set).map((answer, example) => ({
      key: `${layer} ${at} ${chosen} ${example}`,
      answer,
      to: node.next[chosen] ?? 0,
    })),
  );
}

interface Step {
  readonly key: string;
  readonly answer: Answer;
  readonly to: number;
}

/** By layer, the nodes from which a step not yet taken can be reached. */
function toNew(graph: Graph, passed: ReadonlySet<string>): readonly ReadonlySet<number>[] {
  const leads: Set<number>[] = [new Set()];
  for (let layer = graph.layers.length - 1; layer >= 0; layer--) {
    const after = leads[0];
    const own = new Set<number>();
    graph.layers[layer]?.nodes.forEach(({ next }, at) => {
      const isNew = stepsAt(graph, layer, at).some(({ key }) => !passed.has(key));
      if (isNew || next.some((to) => after?.has(to))) own.add(at);
    });
    leads.unshift(own);
  }
  return leads;
}

/** One way, by steps not yet taken as far as there are any. */
function walk(graph: Graph, passed: Set<string>): Answers {
  const leads = toNew(graph, passed);
  const answers: Record<string, Answer> = {};
  let at = 0;
  graph.layers.forEach(({ question, nodes }, layer) => {
    const steps = stepsAt(graph, layer, at);
    const step =
      steps.find(({ key }) => !passed.has(key)) ??
      steps.find(({ to }) => leads[layer + 1]?.has(to)) ??
      steps[0];
    if (step) {
      passed.add(step.key);
      answers[question.id] = step.answer;
    }
    at = step?.to ?? nodes[at]?.next[0] ?? 0;
  });
  return answers;
}

/** Answers to show a set by: every option, both ends of a stretch, fewest and most together. */
export function examplesOf(question: Question, set: AnswerSet): readonly Answer[] {
  if (set.kind === 'options') return set.options;
  if (set.kind === 'numbers') return set.ranges.flatMap(({ from, to }) => [from, to]);
  if (question.kind !== 'multiple') return [];
  const order = question.options.map(({ id }) => id);
  const inOrder = (ids: readonly string[]) => order.filter((id) => ids.includes(id));
  return set.choices.flatMap(({ some }) => {
    const least = some.map((group) => group[0] ?? '');
    const all = some.flat();
    const isAlone = question.options.some(
      (option) => all.includes(option.id) && !isCombinable(question, option),
    );
    return isAlone ? [inOrder(least)] : [inOrder(least), inOrder(all)];
  });
}
