import { countWays } from '../graph/count-ways.ts';
import { findExample } from '../graph/find-ways.ts';
import type { Graph } from '../graph/graph.ts';
import { compileCondition, compileRules } from '../graph/outcome-graph.ts';
import type { Answers, Condition, FactId, Rule, Wizard } from '../types.ts';
import { isEver } from './restrict.ts';
import { surveyQuestions } from './survey-questions.ts';

/** Whether a condition can be true and can be false. */
export interface ConditionSurvey {
  readonly holds: boolean;
  readonly fails: boolean;
}

export interface RuleSurvey extends ConditionSurvey {
  /** Whether the rule ever counts: under `first`, where no earlier rule holds. */
  readonly counts: boolean;
  /** An example where it does. */
  readonly example: () => Answers | undefined;
  /** Rules that take the answers instead, where this one holds but never counts. */
  readonly takenBy: ReadonlySet<number>;
}

/** All that the checks need to know of every way of answering. */
export interface Survey {
  readonly rules: readonly RuleSurvey[];
  readonly questions: readonly ConditionSurvey[];
  readonly advice: readonly ConditionSurvey[];
  readonly numbers: readonly ConditionSurvey[];
  /** By fact: the named condition, or each band of a total. */
  readonly facts: readonly (readonly ConditionSurvey[])[];
  /** Ways of answering that no rule takes. */
  readonly gap: { readonly ways: bigint; readonly example: Answers } | null;
  /** Pairs of rules that hold together. */
  readonly overlaps: readonly { readonly rules: Pair; readonly example: Answers }[];
}

type Pair = readonly [number, number];

/**
 * Survey a wizard for the checks. Only rules are compiled together, all else one by one: together
 * they would multiply.
 *
 * @throws GraphLimitError
 */
export function surveyWizard(wizard: Wizard): Survey {
  const look = (condition: Condition) => surveyCondition(wizard, condition);
  const is = (fact: FactId, values: readonly string[]) => look({ kind: 'is', fact, values });
  const graph = compileRules(wizard, wizard.hit === 'first');
  return {
    rules: wizard.rules.map((rule, index) => surveyRule(wizard, graph, rule, index)),
    questions: surveyQuestions(graph),
    advice: wizard.advice.map(({ when }) => look(when)),
    numbers: wizard.numbers.map(({ when }) => look(when)),
    facts: wizard.facts.map((fact) =>
      fact.kind === 'total'
        ? fact.bands.map((band) => is(fact.id, [band.id]))
        : [is(fact.id, ['true'])],
    ),
    gap: findGap(graph),
    overlaps: wizard.hit === 'unique' ? findOverlaps(wizard, graph) : [],
  };
}

/** Look at one condition. */
export function surveyCondition(wizard: Wizard, condition: Condition): ConditionSurvey {
  const holds = isEver(wizard, condition);
  return { holds, fails: isEver(wizard, { kind: 'not', of: condition }) };
}

/** Full answers with which a condition holds. */
export function exampleOf(wizard: Wizard, condition: Condition): Answers | undefined {
  return findExample(compileCondition(wizard, condition), (end) => end.length > 0);
}

function surveyRule(wizard: Wizard, graph: Graph, { id, when }: Rule, index: number): RuleSurvey {
  const isCounting = (end: readonly string[]) =>
    wizard.hit === 'unique' ? end[0] === id : end.includes(id);
  const counts = graph.ends.some(isCounting);
  const isTaken = wizard.hit === 'first' && !counts;
  return {
    ...surveyCondition(wizard, when),
    counts,
    example: () => findExample(graph, isCounting),
    takenBy: isTaken ? findTakers(wizard, when, index) : new Set(),
  };
}

/** Earlier rules that decide where the condition holds. */
function findTakers(wizard: Wizard, when: Condition, index: number): ReadonlySet<number> {
  const rules = wizard.rules.slice(0, index).map((rule) => ({
    ...rule,
    when: { kind: 'all', of: [when, rule.when] } as const,
  }));
  const { ends } = compileRules({ ...wizard, rules }, true);
  return new Set(rules.flatMap(({ id }, at) => (ends.some((end) => end.includes(id)) ? at : [])));
}

function findGap(graph: Graph): Survey['gap'] {
  const isNone = (end: readonly string[]) => !end.length;
  const example = findExample(graph, isNone);
  return example ? { ways: countWays(graph, isNone).ways, example } : null;
}

function findOverlaps({ rules }: Wizard, graph: Graph): Survey['overlaps'] {
  const pairs = rules.flatMap((_, a) =>
    rules.flatMap((_rule, b): readonly Pair[] => (a < b ? [[a, b]] : [])),
  );
  return pairs.flatMap((pair) => {
    const ids = pair.map((at) => rules[at]?.id ?? '');
    const isBoth = (end: readonly string[]) => ids.every((id) => end.includes(id));
    if (!graph.ends.some(isBoth)) return [];
    const example = findExample(graph, isBoth);
    return example ? [{ rules: pair, example }] : [];
  });
}
