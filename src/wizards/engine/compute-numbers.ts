import { holds } from './conditions.ts';
import { factsOnPath } from './facts.ts';
import type { ComputedNumber, Formula, Step, Thumb, Wizard } from './types.ts';

/** Values of rules of thumb that the reader has put instead of ours, by thumb id. */
export type OwnThumbs = Readonly<Record<string, number>>;

/** What a name in a formula stands for; `undefined` when it has no value. */
type Names = (name: string) => number | undefined;

export interface NumberResult {
  readonly number: ComputedNumber;
  readonly value: number;
  /** Lowest and highest when the rules of thumb lie at the ends of where they usually lie. */
  readonly usual: { readonly from: number; readonly to: number } | null;
  /** The formula without what had no value. */
  readonly formula: Formula;
}

/**
 * Work out the numbers of a guide. Pure, and apart from `evaluate()`: numbers never decide.
 *
 * @param path Every applicable question with its answer.
 * @param own Put instead of our rules of thumb. A rule of thumb with an own value has no usual ends.
 * @returns Only the numbers that apply and have a value.
 */
export function computeNumbers(
  wizard: Wizard,
  path: readonly Step[],
  own: OwnThumbs = {},
): readonly NumberResult[] {
  const facts = factsOnPath(wizard, path);
  const known = new Map<string, number>();
  for (const { question, answer } of path)
    if (typeof answer === 'number') known.set(question.id, answer);
  return (wizard.numbers ?? []).flatMap((number) => {
    if (!holds(number.when, facts)) return [];
    const values = new Map([
      ...known,
      ...number.thumbs.map(({ id, value }) => [id, own[id] ?? value] as const),
    ]);
    const names: Names = (name) => values.get(name);
    const value = computeFormula(number.formula, names);
    if (value === undefined) return [];
    known.set(number.id, value);
    const formula = withoutUnknown(number.formula, names);
    return [{ number, value, formula, usual: usualEnds(number, own, names) }];
  });
}

/**
 * The value of a formula, or `undefined` when a part has none: a question that was not asked, a
 * number that does not apply, or a division by zero.
 */
export function computeFormula(formula: Formula, names: Names): number | undefined {
  if (formula.kind === 'constant') return formula.value;
  if (formula.kind === 'name') return names(formula.name);
  if (formula.kind === 'round-up') {
    const value = computeFormula(formula.of, names);
    // 0.1 × 30 is a little more than 3 to a computer; nobody means 4 by that.
    return value === undefined ? undefined : Math.ceil(Number(value.toFixed(9)));
  }
  const values = formula.of.map((part) => computeFormula(part, names));
  if (formula.kind === 'known') return values.find((value) => value !== undefined);
  const numbers = values.filter((value) => value !== undefined);
  if (numbers.length < values.length) return undefined;
  const [first = 0, ...rest] = numbers;
  switch (formula.kind) {
    case 'sum':
      return rest.reduce((sum, value) => sum + value, first);
    case 'product':
      return rest.reduce((product, value) => product * value, first);
    case 'largest':
      return Math.max(...numbers);
    case 'divide':
      return rest.includes(0) ? undefined : rest.reduce((left, value) => left / value, first);
  }
}

/** Every name that a formula holds, in order. */
export function namesIn(formula: Formula): readonly string[] {
  if (formula.kind === 'constant') return [];
  if (formula.kind === 'name') return [formula.name];
  return formula.kind === 'round-up' ? namesIn(formula.of) : formula.of.flatMap(namesIn);
}

/** Of `known` only the part that counted is left: the reader sees the formula that was used. */
function withoutUnknown(formula: Formula, names: Names): Formula {
  if (formula.kind === 'constant' || formula.kind === 'name') return formula;
  if (formula.kind === 'round-up')
    return { kind: 'round-up', of: withoutUnknown(formula.of, names) };
  const of = formula.of.map((part) => withoutUnknown(part, names));
  if (formula.kind !== 'known') return { kind: formula.kind, of };
  return of.find((part) => computeFormula(part, names) !== undefined) ?? formula;
}

/** The number at every combination of the ends of its rules of thumb: lowest and highest. */
function usualEnds(number: ComputedNumber, own: OwnThumbs, names: Names): NumberResult['usual'] {
  const moving = number.thumbs.filter(({ id, usual }) => usual && own[id] === undefined);
  if (moving.length === 0) return null;
  const values = combinations(moving).flatMap((ends) => {
    const value = computeFormula(number.formula, (name) => ends.get(name) ?? names(name));
    return value === undefined ? [] : [value];
  });
  return { from: Math.min(...values), to: Math.max(...values) };
}

function combinations(thumbs: readonly Thumb[]): readonly ReadonlyMap<string, number>[] {
  return thumbs.reduce<readonly ReadonlyMap<string, number>[]>(
    (all, { id, value, usual }) =>
      all.flatMap((before) =>
        [usual?.from ?? value, usual?.to ?? value].map((end) => new Map([...before, [id, end]])),
      ),
    [new Map()],
  );
}
