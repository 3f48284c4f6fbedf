import { computeNumbers } from '../compute-numbers.ts';
import { evaluate } from '../evaluate.ts';
import type { Finding, Persona, View, Wizard } from '../types.ts';
import { error, formatAnswers, quote, suggest, warning } from './findings.ts';
import type { CheckName } from './names.ts';
import { exampleOf, type Survey } from './survey.ts';

/** Each persona comes out as it says, with answers to every question that applies and no other. */
export function checkPersonas(wizard: Wizard): readonly Finding[] {
  return wizard.personas.flatMap((persona, index) => {
    const path = ['personas', index];
    const name = `persona "${persona.id}"`;
    const unknown = unknownIds(wizard, persona).map(({ id, what, known }) =>
      error(
        'unknown-id',
        path,
        `${name} names the ${what} "${id}", which does not exist.`,
        suggest(id, known),
      ),
    );
    const view = evaluate(wizard, persona.answers);
    const faults = unknown.length
      ? []
      : [...resultFaults(persona, view), ...numberFaults(wizard, persona, view)];
    return [
      ...unknown,
      ...[...answerFaults(view), ...faults].map(({ check, message, hint }) =>
        error(check, path, `${name} ${message}`, hint),
      ),
    ];
  });
}

/** Outcomes, rules, advice and numbers that no persona reaches. */
export function checkCoverage(wizard: Wizard, survey: Survey): readonly Finding[] {
  const views = wizard.personas.map(({ answers }) => evaluate(wizard, answers));
  const rules = views.flatMap((view) => view.decision?.reasons.map(({ rule }) => rule.id) ?? []);
  const advice = views.flatMap((view) => view.advice.map(({ id }) => id));
  const numbers = wizard.personas.flatMap((persona) => Object.keys(persona.numbers ?? {}));
  return [
    ...wizard.rules.map(({ id, outcome }, at) => ({
      name: `rule "${id}" (outcome "${outcome}")`,
      path: ['decision', 'rules', at],
      isReached: rules.includes(id),
      isPossible: survey.rules[at]?.counts,
      example: () => survey.rules[at]?.example(),
    })),
    ...wizard.advice.map(({ id, when }, at) => ({
      name: `advice "${id}"`,
      path: ['advice', at],
      isReached: advice.includes(id),
      isPossible: survey.advice[at]?.holds,
      example: () => exampleOf(wizard, when),
    })),
    ...wizard.numbers.map(({ id, when }, at) => ({
      name: `number "${id}"`,
      path: ['numbers', at],
      isReached: numbers.includes(id),
      isPossible: survey.numbers[at]?.holds,
      example: () => exampleOf(wizard, when),
    })),
  ].flatMap(({ name, path, isReached, isPossible, example }) => {
    const found = isReached || !isPossible ? undefined : example();
    if (!found) return [];
    const view = evaluate(wizard, found);
    const outcomes = view.decision?.outcomes.map(({ id }) => id) ?? [];
    const outcome =
      wizard.hit === 'collect' ? `outcomes: [${outcomes.join(', ')}]` : `outcome: ${outcomes}`;
    const added = view.advice.map(({ id }) => id).join(', ');
    const hint = `Add one, for example with answers: ${formatAnswers(found)}, ${outcome}, advice: [${added}].`;
    return [warning('no-persona', path, `${name} is reached by no persona.`, hint)];
  });
}

function unknownIds(wizard: Wizard, persona: Persona) {
  const outcomes = wizard.outcomes.map(({ id }) => id);
  const advice = wizard.advice.map(({ id }) => id);
  const numbers = wizard.numbers.map(({ id }) => id);
  return [
    ...persona.outcomes.map((id) => ({ id, what: 'outcome', known: outcomes })),
    ...persona.advice.map((id) => ({ id, what: 'advice', known: advice })),
    ...Object.keys(persona.numbers ?? {}).map((id) => ({ id, what: 'number', known: numbers })),
  ].filter(({ id, known }) => !known.includes(id));
}

interface Fault {
  readonly check: CheckName;
  readonly message: string;
  readonly hint: string;
}

function answerFaults({ position }: View): readonly Fault[] {
  return [
    ...position.rejected.map(({ questionId, answer, reason }) => ({
      check: 'persona-answer' as const,
      message: `answers "${questionId}" with ${JSON.stringify(answer)}, which is not taken (${reason}).`,
      hint: 'Use ids of questions and options: one id, a list for several options, or a number.',
    })),
    ...position.resting.map((id) => ({
      check: 'persona-answer' as const,
      message: `answers "${id}", which it is not asked.`,
      hint: 'Take the answer away, or change the answer that question depends on.',
    })),
    ...(position.current
      ? [
          {
            check: 'persona-open' as const,
            message: `leaves "${position.current.id}" open.`,
            hint: 'Answer every question that applies.',
          },
        ]
      : []),
  ];
}

function resultFaults(persona: Persona, view: View): readonly Fault[] {
  if (!view.decision) return [];
  const compare = (what: string, expected: readonly string[], came: readonly string[]) => {
    if (expected.join() === came.join()) return [];
    const rules = quote(view.decision?.reasons.map(({ rule }) => rule.id) ?? []) || 'none';
    return [
      {
        check: 'persona-result' as const,
        message: `expects the ${what} ${quote(expected) || 'none'}, but ${quote(came) || 'none'} came.`,
        hint: `Mend the rules or the persona. Rules that decided: ${rules}.`,
      },
    ];
  };
  const outcomes = view.decision.outcomes.map(({ id }) => id);
  const advice = view.advice.map(({ id }) => id);
  return [
    ...compare('outcome', persona.outcomes, outcomes),
    ...compare('advice', persona.advice, advice),
  ];
}

/** A case that states its numbers has to have all of them right, and no other. */
function numberFaults(wizard: Wizard, { numbers }: Persona, { position }: View): readonly Fault[] {
  if (!numbers || position.current) return [];
  const came = Object.fromEntries(
    computeNumbers(wizard, position.path).map(({ number, value }) => [
      number.id,
      Math.round(value * 10) / 10,
    ]),
  );
  return [...new Set([...Object.keys(came), ...Object.keys(numbers)])]
    .filter((id) => came[id] !== numbers[id])
    .map((id) => ({
      check: 'persona-result',
      message: `expects the number "${id}" to be ${numbers[id] ?? 'absent'}, but ${came[id] ?? 'none'} came.`,
      hint: 'Mend the formula, a rule of thumb or the persona.',
    }));
}
