import type { Condition, OutcomeId, Wizard } from '../types.ts';
import { compileGraph } from './compile-graph.ts';
import type { Graph } from './graph.ts';

/**
 * The decision graph: its ends are the outcomes, in the order of the definition.
 *
 * @throws GraphLimitError
 */
export function compileOutcomes(wizard: Wizard, limit?: number): Graph {
  const isFirst = wizard.hit !== 'collect';
  return compileGraph(wizard, { conditions: outcomeConditions(wizard), isFirst }, limit);
}

/** A graph whose ends are the rules that count. */
export function compileRules(wizard: Wizard, isFirst: boolean, limit?: number): Graph {
  const conditions = wizard.rules.map(({ id, when }) => ({ name: id, when }));
  return compileGraph(wizard, { conditions, isFirst }, limit);
}

/** A graph of whether one condition holds: its ends are `['true']` and none. */
export function compileCondition(wizard: Wizard, when: Condition, limit?: number): Graph {
  return compileGraph(wizard, { conditions: [{ name: 'true', when }], isFirst: true }, limit);
}

/** Rules that stand together and lead to the same outcome are as good as one. */
function outcomeConditions(wizard: Wizard) {
  const found: { name: OutcomeId; of: Condition[] }[] = [];
  for (const { outcome, when } of wizard.rules) {
    const same =
      wizard.hit === 'collect' ? found.find(({ name }) => name === outcome) : found.at(-1);
    if (same?.name === outcome) same.of.push(when);
    else found.push({ name: outcome, of: [when] });
  }
  const order = wizard.outcomes.map(({ id }) => id);
  if (wizard.hit === 'collect') found.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return found.map(({ name, of }) => ({ name, when: { kind: 'any', of } as const }));
}
