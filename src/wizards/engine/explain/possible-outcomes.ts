import { classesGiven, type Graph, reachNodes } from '../graph/graph.ts';
import type { Answers, OutcomeId, QuestionId } from '../types.ts';

/** What the answers so far leave, in the order of the definition. */
export interface PossibleOutcomes {
  /** Outcomes that some way of answering the rest leads to. */
  readonly possible: readonly OutcomeId[];
  /** Outcomes that every way of answering the rest leads to. */
  readonly certain: readonly OutcomeId[];
}

/** An outcome that the answers no longer allow, and the first answer after which it was so. */
export interface RuledOut {
  readonly outcome: OutcomeId;
  /** `null` for an outcome that no answers lead to. */
  readonly by: QuestionId | null;
}

/**
 * Which outcomes the answers still allow, exactly. Stored answers further on are taken as they
 * stand.
 *
 * @param graph Of `compileOutcomes()`.
 */
export function findPossibleOutcomes(graph: Graph, answers: Answers): PossibleOutcomes {
  return possibleWith(graph, classesGiven(graph, answers));
}

/** Which answer ruled each of the other outcomes out, answers read from the first question on. */
export function findRuledOut(graph: Graph, answers: Answers): readonly RuledOut[] {
  const given = classesGiven(graph, answers);
  const ruledOut = new Map<OutcomeId, QuestionId | null>();
  for (let count = 0; count <= given.length; count++) {
    if (count > 0 && given[count - 1] === -1) continue;
    const first = given.map((chosen, at) => (at < count ? chosen : -1));
    const { possible } = possibleWith(graph, first);
    for (const { id } of graph.wizard.outcomes)
      if (!possible.includes(id) && !ruledOut.has(id))
        ruledOut.set(id, graph.layers[count - 1]?.question.id ?? null);
  }
  return graph.wizard.outcomes.flatMap(({ id }) => {
    const by = ruledOut.get(id);
    return by === undefined ? [] : [{ outcome: id, by }];
  });
}

/** @param given Class of the answer by layer, -1 where there is none. */
export function possibleWith(graph: Graph, given: readonly number[]): PossibleOutcomes {
  const ends = [...(reachNodes(graph, given).at(-1) ?? [])].map((at) => graph.ends[at] ?? []);
  const ids = graph.wizard.outcomes.map(({ id }) => id);
  return {
    possible: ids.filter((id) => ends.some((end) => end.includes(id))),
    certain: ids.filter((id) => ends.every((end) => end.includes(id))),
  };
}
