import type { AnswerSet } from '../graph/answer-set.ts';
import { classesGiven, type Graph } from '../graph/graph.ts';
import { optionsOf } from '../options.ts';
import { resolvePosition } from '../resolve-position.ts';
import type { Answers, OutcomeId, QuestionId } from '../types.ts';
import { type PossibleOutcomes, possibleWith } from './possible-outcomes.ts';

/** Answers to one question that lead to the same, all other answers left as they are. */
export interface LookAhead extends PossibleOutcomes {
  readonly set: AnswerSet;
  /** Whether the stored answer is one of them. */
  readonly isGiven: boolean;
}

/** A question with what other answers to it would lead to. */
export interface Hinge {
  readonly question: QuestionId;
  readonly others: readonly LookAhead[];
}

/**
 * What each way of answering one question would lead to, all other answers left as they are.
 * More than one outcome is possible where the answer opens a question.
 *
 * @param graph Of `compileOutcomes()`.
 */
export function lookAhead(graph: Graph, answers: Answers, id: QuestionId): readonly LookAhead[] {
  const given = classesGiven(graph, answers);
  const layer = graph.layers.findIndex(({ question }) => question.id === id);
  const classes = graph.layers[layer]?.classes ?? [];
  return classes.map(({ set }, chosen) => ({
    set,
    isGiven: given[layer] === chosen,
    ...possibleWith(
      graph,
      given.map((own, at) => (at === layer ? chosen : own)),
    ),
  }));
}

/**
 * The single answers that the result hinges on: those where another answer to that question alone
 * may lead elsewhere. `others` holds only the answers that may.
 *
 * @param answers With no question open.
 */
export function findHinges(graph: Graph, answers: Answers): readonly Hinge[] {
  const now = possibleWith(graph, classesGiven(graph, answers)).possible;
  return resolvePosition(graph.wizard, answers).path.flatMap(({ question }) => {
    const others = lookAhead(graph, answers, question.id).filter(
      (other) => !other.isGiven && !isOnly(other, now),
    );
    return others.length ? [{ question: question.id, others }] : [];
  });
}

/** For each "vet inte" on the path: what every way of answering it would lead to. */
export function lookPastUnknowns(graph: Graph, answers: Answers): readonly Hinge[] {
  return resolvePosition(graph.wizard, answers).path.flatMap(({ question, answer }) => {
    const isUnknown = optionsOf(question).some(
      ({ id, unknown }) => unknown && [answer].flat().includes(id),
    );
    if (!isUnknown) return [];
    return [{ question: question.id, others: lookAhead(graph, answers, question.id) }];
  });
}

/** Whether exactly these outcomes are certain and no other is possible. */
function isOnly({ possible, certain }: PossibleOutcomes, outcomes: readonly OutcomeId[]): boolean {
  return possible.join() === outcomes.join() && certain.join() === outcomes.join();
}
