import { testsIn } from '../dependencies.ts';
import type { Condition, Fact, Finding, Wizard } from '../types.ts';
import { placesOf } from './check-conditions.ts';
import { describeCondition } from './describe-condition.ts';
import { error, type Path, warning } from './findings.ts';
import { isEver } from './restrict.ts';

/** Parts of conditions that make no difference, and `not` where the question may not be asked. */
export function checkParts(wizard: Wizard): readonly Finding[] {
  return placesOf(wizard).flatMap(({ name, path, condition }) => [
    ...deadParts(wizard, name, path, condition),
    ...absentNegations(wizard, name, path, condition),
  ]);
}

/** One alternative inside a condition, and the condition with that alternative only. */
interface Alternative {
  readonly part: Condition;
  readonly alone: Condition;
}

function deadParts(
  wizard: Wizard,
  name: string,
  path: Path,
  condition: Condition,
): readonly Finding[] {
  // a condition that is dead as a whole has a finding of its own
  if (!isEver(wizard, condition) || !isEver(wizard, { kind: 'not', of: condition })) return [];
  const dead = (part: Condition, what: string, hint: string) =>
    error('dead-part', path, `${name} has the part ${describeCondition(part)}, ${what}.`, hint);
  return [
    ...alternativesIn(condition)
      .filter(({ alone }) => !isEver(wizard, alone))
      .map(({ part }) =>
        dead(part, 'which is never true where it stands', 'Take the part away, or mend it.'),
      ),
    ...demandsIn(condition)
      .filter((part) => !isEver(wizard, { kind: 'not', of: part }))
      .map((part) => dead(part, 'which is always true', 'Take the part away, or mend it.')),
  ];
}

function alternativesIn(condition: Condition): readonly Alternative[] {
  if (condition.kind === 'any')
    return condition.of.flatMap((part) => [{ part, alone: part }, ...alternativesIn(part)]);
  if (condition.kind === 'all')
    return condition.of.flatMap((part, at) =>
      alternativesIn(part).map((inner) => ({
        part: inner.part,
        alone: { kind: 'all', of: condition.of.with(at, inner.alone) },
      })),
    );
  const isList = condition.kind === 'is' || (condition.kind === 'has' && condition.mode === 'any');
  if (!isList || condition.values.length < 2) return [];
  return condition.values.map((value) => {
    const part = { ...condition, values: [value] };
    return { part, alone: part };
  });
}

/** Every part of `all`, however deep. */
function demandsIn(condition: Condition): readonly Condition[] {
  if (condition.kind !== 'all' && condition.kind !== 'any') return [];
  const inner = condition.of.flatMap(demandsIn);
  return condition.kind === 'all' ? [...condition.of, ...inner] : inner;
}

/** `not` is true of a question that was not asked, which few authors have in mind. */
function absentNegations(
  wizard: Wizard,
  name: string,
  path: Path,
  condition: Condition,
): readonly Finding[] {
  return negatedTests(wizard, condition)
    .filter(({ negation, fact }) =>
      isEver(wizard, { kind: 'all', of: [condition, negation, absence(wizard, fact)] }),
    )
    .map(({ negation, fact }) => {
      const message = `${name} has ${describeCondition(negation)}, which is also true when "${fact}" is not asked.`;
      const hint = `List the values that are meant instead, or say that "${fact}" must be asked.`;
      return warning('not-on-absent', path, message, hint);
    });
}

function negatedTests(
  wizard: Wizard,
  condition: Condition,
): readonly { negation: Condition; fact: string }[] {
  if (condition.kind === 'not')
    return testsIn(condition.of)
      .filter(({ fact }) => !isNamedCondition(wizard, fact))
      .map(({ fact }) => ({ negation: condition, fact }));
  return 'of' in condition
    ? [condition.of].flat().flatMap((part) => negatedTests(wizard, part))
    : [];
}

function isNamedCondition(wizard: Wizard, id: string): boolean {
  return wizard.facts.some((fact: Fact) => fact.id === id && fact.kind === 'condition');
}

/** That a question is not asked, or that nothing counts in a total. */
function absence(wizard: Wizard, id: string): Condition {
  const question = wizard.questions.find((each) => each.id === id);
  const fact = wizard.facts.find((each) => each.id === id);
  const known = (): Condition => {
    if (fact?.kind === 'total')
      return { kind: 'is', fact: id, values: fact.bands.map((band) => band.id) };
    if (question?.kind === 'number') return { kind: 'between', fact: id, from: null, to: null };
    const values = question?.options.map((option) => option.id) ?? [];
    return question?.kind === 'multiple'
      ? { kind: 'has', fact: id, mode: 'any', values }
      : { kind: 'is', fact: id, values };
  };
  return { kind: 'not', of: known() };
}
