import { optionsOf } from '../options.ts';
import type { Fact, Finding, Question, Wizard } from '../types.ts';
import { error, suggest } from './findings.ts';

/** Questions, totals and rules: ids outside conditions, and bounds that make sense. */
export function checkReferences(wizard: Wizard): readonly Finding[] {
  const outcomes = wizard.outcomes.map(({ id }) => id);
  return [
    ...wizard.questions.flatMap(checkQuestion),
    ...wizard.facts.flatMap((fact, index) => checkTotal(wizard, fact, index)),
    ...wizard.rules.flatMap((rule, index) => {
      if (outcomes.includes(rule.outcome)) return [];
      const message = `rule "${rule.id}" leads to "${rule.outcome}", which is no outcome.`;
      const path = ['decision', 'rules', index, 'outcome'];
      return [error('unknown-id', path, message, suggest(rule.outcome, outcomes))];
    }),
  ];
}

function checkQuestion(question: Question, index: number): readonly Finding[] {
  const path = ['questions', index];
  if (question.kind === 'number' && question.min >= question.max) {
    const message = `question "${question.id}" takes no two numbers: min is ${question.min} and max is ${question.max}.`;
    return [error('bounds', [...path, 'number'], message, 'Make max larger than min.')];
  }
  if (question.kind !== 'multiple') return [];
  const options = question.options.map(({ id }) => id);
  return question.exclusive
    .filter((id) => !options.includes(id))
    .map((id) => {
      const message = `question "${question.id}" lets "${id}" stand alone, which is no option of it.`;
      return error('unknown-id', [...path, 'multiple'], message, suggest(id, options));
    });
}

function checkTotal(wizard: Wizard, fact: Fact, index: number): readonly Finding[] {
  if (fact.kind !== 'total') return [];
  const findings: Finding[] = [];
  const scores = wizard.questions.flatMap(optionsOf).flatMap(({ scores }) => Object.keys(scores));
  if (!scores.includes(fact.score)) {
    const message = `fact "${fact.id}" adds up the score "${fact.score}", which no option gives.`;
    const hint = suggest(fact.score, new Set(scores));
    findings.push(error('unknown-id', ['facts', index, 'total'], message, hint));
  }
  const bounds = fact.bands.map(({ from }) => from);
  if (bounds.some((from, at) => at > 0 && from <= (bounds[at - 1] ?? from))) {
    const message = `fact "${fact.id}" has bands that do not rise: ${bounds.join(', ')}.`;
    findings.push(error('bounds', ['facts', index, 'bands'], message, 'Order them by "from".'));
  }
  const ids = fact.bands.map(({ id }) => id);
  if (new Set(ids).size < ids.length) {
    const message = `fact "${fact.id}" has two bands with the same id.`;
    findings.push(
      error('id-repeated', ['facts', index, 'bands'], message, 'Give each an id of its own.'),
    );
  }
  return findings;
}
