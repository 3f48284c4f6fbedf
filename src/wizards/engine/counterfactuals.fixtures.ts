import { type Counterfactual, findCounterfactuals } from './explain/counterfactuals.ts';
import { isInSet } from './graph/answer-set.ts';
import type { Graph } from './graph/graph.ts';
import type { PlainWay } from './plain.fixtures.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answers, Wizard } from './types.ts';
import { everyAnswer } from './wizards.fixtures.ts';

interface Case {
  readonly wizard: Wizard;
  readonly ways: readonly PlainWay[];
  readonly graph: Graph;
}

/**
 * Every smallest set of changes from stored answers to every other outcome, by the graph and by going
 * over all ways.
 *
 * @returns How many sets of changes were compared.
 * @throws Error where they differ.
 */
export function checkCounterfactuals({ wizard, ways, graph }: Case, stored: Answers): number {
  const found = findCounterfactuals(graph, stored, 10_000);
  let compared = 0;
  for (const { id } of wizard.outcomes) {
    const set = found.find(({ outcome }) => outcome === id);
    const costs = ways
      .filter(({ outcomes }) => outcomes.includes(id))
      .map(({ answers }) => ({ answers, cost: plainCost(answers, stored) }));
    const least = Math.min(...costs.map(({ cost }) => cost));
    const isNone = least === 0 || least === Number.POSITIVE_INFINITY;
    const cheapest = isNone ? [] : costs.filter(({ cost }) => cost === least);
    const expanded = (set?.sets ?? []).flatMap((one) => expand(wizard, one, stored));
    const [own, plain] = [expanded, cheapest.map(({ answers }) => answers)].map((list) =>
      list.map(keyOf).sort().join(' '),
    );
    if (own !== plain)
      throw new Error(`${id} from ${keyOf(stored)}:\n${own}\ninstead of\n${plain}`);
    compared += cheapest.length;
  }
  return compared;
}

const keyOf = (answers: Answers) => JSON.stringify(Object.entries(answers).sort());

/** A change weighs more than any number of questions to answer besides. */
function plainCost(answers: Answers, stored: Answers): number {
  return Object.entries(answers).reduce((cost, [id, answer]) => {
    if (!(id in stored)) return cost + 1;
    return JSON.stringify(stored[id]) === JSON.stringify(answer) ? cost : cost + 1000;
  }, 0);
}

/** Every full set of answers on the path that a counterfactual stands for. */
function expand(
  wizard: Wizard,
  { changes, added }: Counterfactual,
  stored: Answers,
): readonly Answers[] {
  let all: Answers[] = [stored];
  for (const { question: id, to } of [...changes, ...added]) {
    const question = wizard.questions.find((each) => each.id === id);
    const answers = question ? everyAnswer(question).filter((answer) => isInSet(to, answer)) : [];
    all = all.flatMap((one) => answers.map((answer) => ({ ...one, [id]: answer })));
  }
  return all.map((answers) => {
    const { path } = resolvePosition(wizard, answers);
    return Object.fromEntries(path.map(({ question, answer }) => [question.id, answer]));
  });
}
