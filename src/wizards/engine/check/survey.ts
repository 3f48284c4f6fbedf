import { explore } from '../explore.ts';
import type { Answers, Condition, Wizard } from '../types.ts';

/** Whether a condition can be true and can be false, with an example of each. */
export interface ConditionSurvey {
  holds?: Answers;
  fails?: Answers;
}

export interface RuleSurvey extends ConditionSurvey {
  /** An example where the rule counts: under `first`, where no earlier rule holds. */
  counts?: Answers;
  /** Rules that take the answers instead, where this one holds but does not count. */
  takenBy: Set<number>;
}

/** All that the checks need to know of every way of answering. */
export interface Survey {
  readonly rules: readonly RuleSurvey[];
  readonly questions: readonly ConditionSurvey[];
  readonly advice: readonly ConditionSurvey[];
  /** By fact: the named condition, or each band of a total. */
  readonly facts: readonly (readonly ConditionSurvey[])[];
  /** Ways of answering that no rule takes. */
  readonly gap: { readonly ways: bigint; readonly example: Answers } | null;
  /** Pairs of rules that hold together. */
  readonly overlaps: ReadonlyMap<string, { readonly rules: Pair; readonly example: Answers }>;
}

type Pair = readonly [number, number];

/**
 * Explore a wizard for the checks. Rules are explored together, all else one by one: together
 * they would multiply.
 *
 * @throws ExploreLimitError
 */
export function surveyWizard(wizard: Wizard): Survey {
  const facts = wizard.facts.map(({ id, ...fact }) => {
    const values = fact.kind === 'total' ? fact.bands.map((band) => band.id) : ['true'];
    return values.map((value) =>
      surveyCondition(wizard, { kind: 'is', fact: id, values: [value] }),
    );
  });
  const advice = wizard.advice.map(({ when }) => surveyCondition(wizard, when));
  return { ...surveyRules(wizard), advice, facts };
}

/** Explore one condition. */
export function surveyCondition(wizard: Wizard, condition: Condition): ConditionSurvey {
  const survey: ConditionSurvey = {};
  explore(wizard, [condition], {
    situation: ({ truth, example }) => note(survey, truth[0] === true, example),
  });
  return survey;
}

function note(survey: ConditionSurvey, holds: boolean, example: Answers): void {
  if (holds) survey.holds ??= example;
  else survey.fails ??= example;
}

function surveyRules(wizard: Wizard): Omit<Survey, 'advice' | 'facts'> {
  const questions: ConditionSurvey[] = wizard.questions.map(() => ({}));
  const rules: RuleSurvey[] = wizard.rules.map(() => ({ takenBy: new Set() }));
  const overlaps = new Map<string, { readonly rules: Pair; readonly example: Answers }>();
  let gap: Survey['gap'] = null;
  explore(
    wizard,
    wizard.rules.map(({ when }) => when),
    {
      question: (index, applies, example) => {
        const survey = questions[index];
        if (survey) note(survey, applies, example);
      },
      situation: ({ truth, example, ways }) => {
        const holding = [...truth.keys()].filter((index) => truth[index]);
        const [first] = holding;
        if (first === undefined) gap = { ways: ways + (gap?.ways ?? 0n), example };
        rules.forEach((rule, index) => {
          note(rule, truth[index] === true, example);
          if (!truth[index]) return;
          if (wizard.hit === 'collect' || index === first) rule.counts ??= example;
          else if (first !== undefined) rule.takenBy.add(first);
        });
        for (const [a, b] of pairs(holding))
          if (!overlaps.has(`${a} ${b}`)) overlaps.set(`${a} ${b}`, { rules: [a, b], example });
      },
    },
  );
  return { rules, questions, gap, overlaps };
}

function pairs(items: readonly number[]): readonly Pair[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): Pair => [a, b]));
}
