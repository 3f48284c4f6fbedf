import type { Test } from '../conditions.ts';
import { questionsBehind, testsIn } from '../dependencies.ts';
import type { Condition, Fact, Finding, Question, Wizard } from '../types.ts';
import { error, type Path, quote, suggest } from './findings.ts';

/** One condition of the definition and where it stands. */
export interface Place {
  /** `question "x"`, `rule "r1"`. */
  readonly name: string;
  readonly path: Path;
  readonly condition: Condition;
  /** Questions and facts that stand before it. */
  readonly known: ReadonlySet<string>;
}

/** Every condition, in order of the file. */
export function placesOf(wizard: Wizard): readonly Place[] {
  const questions = wizard.questions.map(({ id }) => id);
  const facts = wizard.facts.map(({ id }) => id);
  const all = new Set([...questions, ...facts]);
  return [
    ...wizard.questions.map(({ id, when }, index) => ({
      name: `question "${id}"`,
      path: ['questions', index, 'when'],
      condition: when,
      known: knownBefore(wizard, index),
    })),
    ...wizard.facts.flatMap((fact, index) =>
      fact.kind === 'condition'
        ? [
            {
              name: `fact "${fact.id}"`,
              path: ['facts', index, 'when'],
              condition: fact.when,
              known: new Set([...questions, ...facts.slice(0, index)]),
            },
          ]
        : [],
    ),
    ...wizard.rules.map(({ id, when }, index) => ({
      name: `rule "${id}"`,
      path: ['decision', 'rules', index, 'when'],
      condition: when,
      known: all,
    })),
    ...wizard.advice.map(({ id, when }, index) => ({
      name: `advice "${id}"`,
      path: ['advice', index, 'when'],
      condition: when,
      known: all,
    })),
    ...wizard.numbers.map(({ id, when }, index) => ({
      name: `number "${id}"`,
      path: ['numbers', index, 'when'],
      condition: when,
      known: all,
    })),
  ];
}

/** Conditions: known ids, in order, with a test of the right kind and bounds within range. */
export function checkConditions(wizard: Wizard): readonly Finding[] {
  return placesOf(wizard).flatMap((place) =>
    testsIn(place.condition).flatMap((test) => checkTest(wizard, place, test)),
  );
}

/** Questions before this one, and the facts that are settled by them. */
function knownBefore(wizard: Wizard, index: number): ReadonlySet<string> {
  const earlier = new Set(wizard.questions.slice(0, index).map(({ id }) => id));
  const settled = wizard.facts.filter((fact, at) => {
    const isOrdered = wizard.facts.findIndex(({ id }) => id === fact.id) === at;
    return isOrdered && isSettled(wizard, fact, at, earlier);
  });
  return new Set([...earlier, ...settled.map(({ id }) => id)]);
}

function isSettled(
  wizard: Wizard,
  fact: Fact,
  index: number,
  earlier: ReadonlySet<string>,
): boolean {
  if (fact.kind === 'total')
    return questionsBehind(wizard, fact.id).every((question) => earlier.has(question));
  return testsIn(fact.when).every((test) => {
    const at = wizard.facts.findIndex(({ id }) => id === test.fact);
    const inner = wizard.facts[at];
    if (!inner) return earlier.has(test.fact);
    return at < index && isSettled(wizard, inner, at, earlier);
  });
}

function checkTest(wizard: Wizard, place: Place, test: Test): readonly Finding[] {
  const question = wizard.questions.find(({ id }) => id === test.fact);
  const fact = wizard.facts.find(({ id }) => id === test.fact);
  const target = question ?? fact;
  if (!target) {
    const message = `${place.name} names "${test.fact}", which is no question or fact.`;
    return [error('unknown-id', place.path, message, suggest(test.fact, place.known))];
  }
  const findings = [...checkOrder(place, test)];
  const wrong = wrongKind(target, test);
  if (wrong) {
    const message = `${place.name} tests "${test.fact}" in a way that never fits: it is ${wrong[0]}.`;
    return [...findings, error('wrong-test', place.path, message, wrong[1])];
  }
  return [...findings, ...checkValues(place, target, test), ...checkBounds(place, target, test)];
}

function checkOrder(place: Place, test: Test): readonly Finding[] {
  if (place.known.has(test.fact)) return [];
  const isOwn = place.name === `question "${test.fact}"` || place.name === `fact "${test.fact}"`;
  const what = isOwn ? 'itself' : `"${test.fact}", which is settled only later`;
  const hint = 'Move what is named up, or let the condition name something earlier.';
  return [error('later-fact', place.path, `${place.name} has a condition on ${what}.`, hint)];
}

/** What the fact is and how to test it, or `null` when the test fits. */
function wrongKind(target: Question | Fact, test: Test): readonly [string, string] | null {
  switch (target.kind) {
    case 'number':
      return test.kind === 'between'
        ? null
        : ['a number', `Write { ${target.id}: { from: …, to: … } }.`];
    case 'multiple':
      return test.kind === 'has'
        ? null
        : ['several options', `Write { ${target.id}: { any: [...] } }, or all, only, none.`];
    case 'single':
      return test.kind === 'is'
        ? null
        : ['one option', `Write { ${target.id}: option } or { ${target.id}: [a, b] }.`];
    case 'condition':
      return test.kind === 'is'
        ? null
        : ['true or false', `Write { ${target.id}: true } or { ${target.id}: false }.`];
    case 'total':
      return test.kind === 'is' ? null : ['a band', `Write { ${target.id}: [band] }.`];
  }
}

function checkValues(place: Place, target: Question | Fact, test: Test): readonly Finding[] {
  if (test.kind === 'between' || target.kind === 'number') return [];
  const known = valuesOf(target);
  const unknown = test.values.filter((value) => !known.includes(value));
  const findings = unknown.map((value) => {
    const message = `${place.name} names "${value}", which "${target.id}" cannot be.`;
    return error('unknown-id', place.path, message, suggest(value, known));
  });
  if (unknown.length || test.kind !== 'is' || known.some((id) => !test.values.includes(id)))
    return findings;
  const message = `${place.name} lists every value of "${target.id}": ${quote(known)}.`;
  const hint = `The test is true whenever "${target.id}" is known. Take away the test, or a value.`;
  return [error('test-of-everything', place.path, message, hint)];
}

function valuesOf(target: Exclude<Question | Fact, { kind: 'number' }>): readonly string[] {
  if (target.kind === 'condition') return ['true', 'false'];
  return (target.kind === 'total' ? target.bands : target.options).map(({ id }) => id);
}

function checkBounds(place: Place, target: Question | Fact, test: Test): readonly Finding[] {
  if (test.kind !== 'between' || target.kind !== 'number') return [];
  const { min, max, id } = target;
  const from = test.from ?? min;
  const to = test.to ?? max;
  const isInside = [from, to].every((bound) => bound >= min && bound <= max);
  if (isInside && from <= to && Number.isInteger(from) && Number.isInteger(to)) return [];
  const message = `${place.name} tests "${id}" from ${from} to ${to}, but "${id}" is a whole number from ${min} to ${max}.`;
  const hint = 'Give whole bounds within the range, the lower one first.';
  return [error('bounds', place.path, message, hint)];
}
