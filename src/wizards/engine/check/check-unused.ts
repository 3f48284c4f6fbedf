import { namesIn } from '../compute-numbers.ts';
import { givesScore, questionsBehind, questionsIn, testsIn } from '../dependencies.ts';
import { optionsOf } from '../options.ts';
import type { Finding, Wizard } from '../types.ts';
import { placesOf } from './check-conditions.ts';
import { error, warning } from './findings.ts';

/** Facts, scores and questions that nothing is made of. */
export function checkUnused(wizard: Wizard): readonly Finding[] {
  const places = placesOf(wizard);
  const named = new Set(places.flatMap(({ condition }) => testsIn(condition)).map((t) => t.fact));
  const totals = wizard.facts.flatMap((fact) => (fact.kind === 'total' ? [fact.score] : []));
  const scores = wizard.questions.flatMap(optionsOf).flatMap(({ scores }) => Object.keys(scores));
  const read = new Set([
    ...places.flatMap(({ condition }) => questionsIn(wizard, condition)),
    ...wizard.facts.flatMap(({ id }) => questionsBehind(wizard, id)),
    ...wizard.numbers.flatMap(({ formula }) => namesIn(formula)),
  ]);
  return [
    ...wizard.facts.flatMap(({ id }, index) => {
      if (named.has(id)) return [];
      const message = `fact "${id}" is named by no condition.`;
      return [error('unused', ['facts', index], message, 'Use it or take it away.')];
    }),
    ...[...new Set(scores)]
      .filter((score) => !totals.includes(score))
      .map((score) => {
        const message = `the score "${score}" is given by options but added up by no fact.`;
        const hint = `Add a fact with \`total: ${score}\`, or take the points away.`;
        const at = wizard.questions.findIndex((question) => givesScore(question, score));
        return error('unused', ['questions', at], message, hint);
      }),
    ...wizard.questions.flatMap(({ id }, index) => {
      if (read.has(id)) return [];
      const message = `question "${id}" changes nothing: no condition and no number reads the answer.`;
      const hint = 'Let a rule or an advice depend on it, or do not ask.';
      return [warning('unused', ['questions', index], message, hint)];
    }),
  ];
}
