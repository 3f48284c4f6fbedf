import { type Facts, holds } from './conditions.ts';
import { findById } from './dependencies.ts';
import { bandOf, tallyScore } from './tally.ts';
import type { Answer, Fact, QuestionId, Step, Wizard } from './types.ts';

/** Answers by question id, of applicable questions only. */
export type Settled = ReadonlyMap<QuestionId, Answer>;

/**
 * Facts from the answers that count: the answers, named conditions and the bands of totals.
 *
 * @param settled Read at each look-up, so the caller may go on filling it.
 */
export function readFacts(wizard: Wizard, settled: Settled): Facts {
  const facts: Facts = (id) => {
    const fact = findById<Fact>(wizard.facts, id);
    if (!fact) return settled.get(id);
    if (fact.kind === 'condition') return holds(fact.when, facts);
    return bandOf(fact, tallyScore(wizard, fact.score, settled));
  };
  return facts;
}

/** Facts at the end of a path, where nothing is open. */
export function factsOnPath(wizard: Wizard, path: readonly Step[]): Facts {
  return readFacts(wizard, new Map(path.map(({ question, answer }) => [question.id, answer])));
}
