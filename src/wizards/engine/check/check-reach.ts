import type { Condition, Finding, Wizard } from '../types.ts';
import { error, formatAnswers, type Path, quote } from './findings.ts';
import type { ConditionSurvey, RuleSurvey, Survey } from './survey.ts';

const NEVER = 'Mend the condition, or take this away.';

/** Whatever is never reached, and conditions that make no difference. */
export function checkReach(wizard: Wizard, survey: Survey): readonly Finding[] {
  return [
    ...wizard.questions.flatMap(({ id, when }, index) =>
      checkCondition(`question "${id}"`, ['questions', index], when, survey.questions[index]),
    ),
    ...wizard.facts.flatMap((fact, index) => {
      const surveys = survey.facts[index] ?? [];
      if (fact.kind === 'condition')
        return checkCondition(`fact "${fact.id}"`, ['facts', index], fact.when, surveys[0]);
      return fact.bands.flatMap((band, at) => {
        if (surveys[at]?.holds) return [];
        const message = `fact "${fact.id}" is never in the band "${band.id}".`;
        return [error('never-reached', ['facts', index, 'bands', at], message, 'Move the bounds.')];
      });
    }),
    ...wizard.advice.flatMap(({ id, when }, index) =>
      checkCondition(`advice "${id}"`, ['advice', index], when, survey.advice[index]),
    ),
    ...wizard.numbers.flatMap(({ id, when }, index) =>
      checkCondition(`number "${id}"`, ['numbers', index], when, survey.numbers[index]),
    ),
    ...wizard.rules.flatMap((_, index) => checkRule(wizard, survey, index)),
    ...wizard.outcomes.flatMap(({ id }, index) => {
      if (wizard.rules.some((rule, at) => rule.outcome === id && survey.rules[at]?.counts))
        return [];
      const message = `outcome "${id}" is never reached.`;
      return [error('never-reached', ['outcomes', index], message, 'Let a rule lead to it.')];
    }),
  ];
}

/** Gaps, and overlaps under `unique`. */
export function checkHits(wizard: Wizard, survey: Survey): readonly Finding[] {
  const findings: Finding[] = [];
  const rules = ['decision', 'rules'];
  if (survey.gap) {
    const { ways, example } = survey.gap;
    const message = `no rule takes ${ways} of the ways of answering, for example ${formatAnswers(example)}.`;
    const hint = 'Add a rule for them, or one without `when` at the end.';
    findings.push(error('gap', rules, message, hint));
  }
  if (wizard.hit !== 'unique') return findings;
  for (const { rules: pair, example } of survey.overlaps) {
    const ids = pair.map((index) => wizard.rules[index]?.id ?? '');
    const message = `rules ${quote(ids)} hold together for ${formatAnswers(example)}.`;
    const hint = 'Narrow one of them, or use `hit: first`.';
    findings.push(error('overlap', [...rules, pair[1]], message, hint));
  }
  return findings;
}

function checkCondition(
  name: string,
  path: Path,
  when: Condition,
  survey: ConditionSurvey | undefined,
): readonly Finding[] {
  const at = [...path, 'when'];
  if (!survey?.holds) {
    const message = `${name} has a condition that is never true.`;
    return [error('never-reached', at, message, NEVER)];
  }
  if (when.kind === 'true' || survey.fails) return [];
  const message = `${name} has a condition that is always true.`;
  return [error('always-true', at, message, 'Take the condition away, or mend it.')];
}

function checkRule(wizard: Wizard, survey: Survey, index: number): readonly Finding[] {
  const rule = wizard.rules[index];
  const found: RuleSurvey | undefined = survey.rules[index];
  if (!rule || !found) return [];
  const path = ['decision', 'rules', index];
  if (!found.holds || found.counts || wizard.hit !== 'first')
    return checkCondition(`rule "${rule.id}"`, path, rule.when, found);
  if (rule.when.kind === 'true') {
    const message = `rule "${rule.id}" takes whatever is left, but nothing is left for it.`;
    const hint = 'Take it away, or narrow a rule before it.';
    return [error('otherwise-never-used', path, message, hint)];
  }
  const takers = [...found.takenBy].map((taker) => wizard.rules[taker]?.id ?? '');
  const [verb, of] = takers.length > 1 ? ['take', 'one of them'] : ['takes', `${quote(takers)}`];
  const message = `rule "${rule.id}" can never be used: ${quote(takers)} already ${verb} every answer it would take.`;
  const hint = `Put "${rule.id}" before ${of}, or narrow the condition of ${of}.`;
  return [error('rule-shadowed', path, message, hint)];
}
