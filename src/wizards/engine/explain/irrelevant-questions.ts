import { namesIn } from '../compute-numbers.ts';
import { questionsIn } from '../dependencies.ts';
import { classesGiven, type Graph, reachNodes } from '../graph/graph.ts';
import { compileCondition, compileOutcomes } from '../graph/outcome-graph.ts';
import { resolvePosition } from '../resolve-position.ts';
import type { Answers, ComputedNumber, QuestionId, Wizard } from '../types.ts';

/**
 * The graph of outcomes and one for each advice: all that a question may matter to.
 *
 * @throws GraphLimitError
 */
export function compileEffects(wizard: Wizard): readonly Graph[] {
  return [
    compileOutcomes(wizard),
    ...wizard.advice.map(({ when }) => compileCondition(wizard, when)),
  ];
}

/**
 * Open questions that can no longer change any outcome, advice, number or later question, whatever the
 * answers to the others: they may be skipped. Only the answers before the current question count.
 *
 * @param effects Of `compileEffects()`.
 */
export function findIrrelevantQuestions(
  effects: readonly Graph[],
  answers: Answers,
): readonly QuestionId[] {
  const [graph] = effects;
  if (!graph) return [];
  const { path, ahead } = resolvePosition(graph.wizard, answers);
  const onPath = Object.fromEntries(path.map(({ question, answer }) => [question.id, answer]));
  const mattering = new Set([
    ...effects.flatMap((each) => matteringQuestions(each, onPath)),
    ...graph.wizard.numbers.flatMap((number) => questionsOfNumber(graph.wizard, number)),
  ]);
  const possible = askedQuestions(graph, onPath);
  return ahead.filter((id) => possible.has(id) && !mattering.has(id));
}

/** Questions that a computed number may be made of: another answer is another number. */
function questionsOfNumber(wizard: Wizard, { when, formula }: ComputedNumber) {
  return [...questionsIn(wizard, when), ...namesIn(formula)];
}

/** Questions where, in a situation still to come, two answers lead to nodes that differ. */
function matteringQuestions(graph: Graph, answers: Answers): readonly QuestionId[] {
  const reached = reachNodes(graph, classesGiven(graph, answers));
  return graph.layers.flatMap(({ question, nodes }, layer) => {
    const isMattering = [...(reached[layer] ?? [])].some((at) => {
      const node = nodes[at];
      return node?.isAsked && node.next.some((next) => next !== node.next[0]);
    });
    return isMattering ? [question.id] : [];
  });
}

function askedQuestions(graph: Graph, answers: Answers): ReadonlySet<QuestionId> {
  const reached = reachNodes(graph, classesGiven(graph, answers));
  const asked = graph.layers.filter(({ nodes }, layer) =>
    [...(reached[layer] ?? [])].some((at) => nodes[at]?.isAsked),
  );
  return new Set(asked.map(({ question }) => question.id));
}
