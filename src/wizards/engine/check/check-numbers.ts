import { namesIn } from '../compute-numbers.ts';
import type { ComputedNumber, Finding, Formula, Thumb, Wizard } from '../types.ts';
import { error, type Path, quote, repeated, suggest } from './findings.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a formula may name at one place, with the values it may have. */
type Known = ReadonlyMap<string, Range>;

/** Numbers that are worked out: names, divisions by zero, and rules of thumb that make sense. */
export function checkNumbers(wizard: Wizard): readonly Finding[] {
  const known = new Map<string, Range>();
  for (const question of wizard.questions)
    if (question.kind === 'number')
      known.set(question.id, { from: question.min, to: question.max });
  return [
    ...checkNames(wizard),
    ...wizard.numbers.flatMap((number, index) => {
      const path = ['numbers', index];
      const own = new Map([
        ...known,
        ...number.thumbs.map(({ id, min, max }) => [id, { from: min, to: max }] as const),
      ]);
      const findings = [
        ...checkFormula(wizard, number, own, [...path, 'formula']),
        ...number.thumbs.flatMap((thumb, at) => checkThumb(number, thumb, [...path, 'thumbs', at])),
      ];
      known.set(number.id, rangeOf(number.formula, own));
      return findings;
    }),
  ];
}

/** Questions, numbers and rules of thumb share one space of names. */
function checkNames(wizard: Wizard): readonly Finding[] {
  const ids = [
    ...wizard.questions.map(({ id }) => id),
    ...wizard.numbers.flatMap(({ id, thumbs }) => [id, ...thumbs.map((thumb) => thumb.id)]),
  ];
  return repeated(ids)
    .filter((id) => wizard.numbers.some((each) => [each, ...each.thumbs].some((o) => o.id === id)))
    .map((id) => {
      const message = `"${id}" is the id of more than one question, number or rule of thumb.`;
      return error('id-repeated', ['numbers'], message, 'Give each an id of its own.');
    });
}

function checkFormula(
  wizard: Wizard,
  number: ComputedNumber,
  known: Known,
  path: Path,
): readonly Finding[] {
  const names = namesIn(number.formula);
  const unknown = [...new Set(names)].filter((name) => !known.has(name));
  const findings = unknown.map((name) => {
    const isQuestion = wizard.questions.some(({ id }) => id === name);
    const isLater = wizard.numbers.some(({ id }) => id === name);
    const why = isQuestion
      ? 'a question whose answer is no number'
      : isLater
        ? 'a number that does not stand earlier'
        : 'neither a number question, a rule of thumb of the number nor an earlier number';
    const message = `number "${number.id}" names "${name}", which is ${why}.`;
    return error('unknown-id', path, message, suggest(name, known.keys()));
  });
  const unused = number.thumbs.filter(({ id }) => !names.includes(id)).map(({ id }) => id);
  if (unused.length > 0) {
    const message = `number "${number.id}" has rules of thumb that its formula does not name: ${quote(unused)}.`;
    findings.push(error('unused', path, message, 'Use them or take them away.'));
  }
  if (unknown.length === 0 && dividesByZero(number.formula, known)) {
    const message = `number "${number.id}" may divide by zero.`;
    const hint = 'Give what it divides by a `min` above zero.';
    findings.push(error('division-by-zero', path, message, hint));
  }
  return findings;
}

function checkThumb(number: ComputedNumber, thumb: Thumb, path: Path): readonly Finding[] {
  const { id, value, min, max, usual } = thumb;
  const isRising = min < max && min <= value && value <= max;
  const isUsual = !usual || (min <= usual.from && usual.from < usual.to && usual.to <= max);
  if (isRising && isUsual) return [];
  const message = `number "${number.id}" has the rule of thumb "${id}" with bounds that do not fit.`;
  const hint = 'min ≤ value ≤ max, and `usual` between them, from below to.';
  return [error('bounds', path, message, hint)];
}

function dividesByZero(formula: Formula, known: Known): boolean {
  if (formula.kind === 'constant' || formula.kind === 'name') return false;
  if (formula.kind === 'round-up') return dividesByZero(formula.of, known);
  if (formula.of.some((part) => dividesByZero(part, known))) return true;
  if (formula.kind !== 'divide') return false;
  return formula.of.slice(1).some((part) => {
    const { from, to } = rangeOf(part, known);
    return from <= 0 && to >= 0;
  });
}

/** All values that a formula may have lie between these. Exact enough to find a zero. */
function rangeOf(formula: Formula, known: Known): Range {
  switch (formula.kind) {
    case 'constant':
      return { from: formula.value, to: formula.value };
    case 'name':
      return known.get(formula.name) ?? { from: 0, to: 0 };
    case 'round-up': {
      const { from, to } = rangeOf(formula.of, known);
      return { from: Math.ceil(from), to: Math.ceil(to) };
    }
    default:
      return joined(
        formula.kind,
        formula.of.map((part) => rangeOf(part, known)),
      );
  }
}

function joined(
  kind: Exclude<Formula['kind'], 'constant' | 'name' | 'round-up'>,
  parts: readonly Range[],
): Range {
  const ends = (use: (...values: readonly number[]) => number, of: 'from' | 'to') =>
    use(...parts.map((part) => part[of]));
  if (kind === 'largest') return { from: ends(Math.max, 'from'), to: ends(Math.max, 'to') };
  if (kind === 'known') return { from: ends(Math.min, 'from'), to: ends(Math.max, 'to') };
  return parts.reduce((a, b) => {
    if (kind === 'sum') return { from: a.from + b.from, to: a.to + b.to };
    const values = [a.from, a.to].flatMap((left) =>
      [b.from, b.to].map((right) => (kind === 'divide' ? left / right : left * right)),
    );
    return { from: Math.min(...values), to: Math.max(...values) };
  });
}
