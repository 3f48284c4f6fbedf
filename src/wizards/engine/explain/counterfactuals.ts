import { type AnswerSet, joinSets } from '../graph/answer-set.ts';
import { classesGiven, foldGraph, type Graph, type Node } from '../graph/graph.ts';
import { readStored } from '../read-answer.ts';
import type { Answer, Answers, OutcomeId, QuestionId } from '../types.ts';

/** An answer to give instead of, or beside, what is stored. */
export interface AnswerChange {
  readonly question: QuestionId;
  /** `undefined` for a question that is asked only after the other changes. */
  readonly from: Answer | undefined;
  /** Any one of these. */
  readonly to: AnswerSet;
  /** Whether any answer will do. Then the question only has to be answered. */
  readonly isAny: boolean;
}

/** Changes that together lead to another outcome. */
export interface Counterfactual {
  /** Stored answers to change, in order of the questions. */
  readonly changes: readonly AnswerChange[];
  /** Questions that are asked then and have no stored answer. */
  readonly added: readonly AnswerChange[];
}

export interface Counterfactuals {
  readonly outcome: OutcomeId;
  /** The smallest there are: fewest changes, and of those the fewest questions to answer besides. */
  readonly sets: readonly Counterfactual[];
  /** False when there are more than `most`. */
  readonly isComplete: boolean;
}

/** A change weighs more than any number of questions added. */
const CHANGE = 1000;

/**
 * The smallest sets of answer changes that lead to each other outcome, exactly: no smaller set
 * does. An outcome that nothing leads to is left out.
 *
 * @param graph Of `compileOutcomes()`.
 * @param answers With no question open. Answers off the path count as stored.
 * @param most Sets for one outcome.
 */
export function findCounterfactuals(
  graph: Graph,
  answers: Answers,
  most = 100,
): readonly Counterfactuals[] {
  const given = classesGiven(graph, answers);
  return graph.wizard.outcomes.flatMap(({ id }) => {
    const costs = foldGraph<number>(
      graph,
      (end) => (end.includes(id) ? 0 : Number.POSITIVE_INFINITY),
      (next, node, layer) =>
        Math.min(...next.map((cost, at) => cost + costOf(node, at, given[layer] ?? -1))),
    );
    const cost = costs[0]?.[0] ?? 0;
    if (cost === 0 || cost === Number.POSITIVE_INFINITY) return [];
    const sets: Counterfactual[] = [];
    for (const set of cheapest({ graph, answers, given, costs }, 0, 0)) {
      if (sets.push(set) > most) break;
    }
    return [{ outcome: id, sets: sets.slice(0, most), isComplete: sets.length <= most }];
  });
}

function costOf({ isAsked }: Node, chosen: number, given: number): number {
  if (!isAsked || chosen === given) return 0;
  return given < 0 ? 1 : CHANGE;
}

interface Search {
  readonly graph: Graph;
  readonly answers: Answers;
  readonly given: readonly number[];
  readonly costs: readonly (readonly number[])[];
}

/** Every cheapest way on from a node; answers that lead to the same node are taken together. */
function* cheapest(search: Search, layer: number, at: number): Generator<Counterfactual> {
  const step = search.graph.layers[layer];
  const node = step?.nodes[at];
  if (!step || !node) {
    yield { changes: [], added: [] };
    return;
  }
  const given = search.given[layer] ?? -1;
  const left = search.costs[layer]?.[at];
  const groups = new Map<string, number[]>();
  node.next.forEach((next, chosen) => {
    const own = costOf(node, chosen, given);
    if (own + (search.costs[layer + 1]?.[next] ?? Number.POSITIVE_INFINITY) !== left) return;
    const key = `${next} ${own}`;
    groups.set(key, [...(groups.get(key) ?? []), chosen]);
  });
  for (const chosen of groups.values()) {
    const first = chosen[0] ?? 0;
    const change = costOf(node, first, given) ? changeOf(search, layer, chosen) : null;
    for (const rest of cheapest(search, layer + 1, node.next[first] ?? 0))
      yield change ? withChange(rest, change) : rest;
  }
}

function withChange({ changes, added }: Counterfactual, change: AnswerChange): Counterfactual {
  return change.from === undefined
    ? { changes, added: [change, ...added] }
    : { changes: [change, ...changes], added };
}

function changeOf(search: Search, layer: number, chosen: readonly number[]): AnswerChange | null {
  const step = search.graph.layers[layer];
  const sets = chosen.flatMap((at) => step?.classes[at]?.set ?? []);
  if (!step || !sets.length) return null;
  return {
    question: step.question.id,
    from: readStored(step.question, search.answers),
    to: sets.reduce(joinSets),
    isAny: chosen.length === step.classes.length,
  };
}
