import type { Condition, FactId, OptionId } from '../engine/types.ts';

type FactTest = Exclude<Condition, { kind: 'true' | 'all' | 'any' | 'not' }>;

/** One test, denied or not. */
export interface ClauseTest {
  readonly kind: 'test';
  readonly test: FactTest;
  readonly isNot: boolean;
  /** Of a number: every stretch, where alternatives were put together. */
  readonly ranges: readonly (readonly [number | null, number | null])[];
  /** Other questions where the same answer does as well. */
  readonly also: readonly FactId[];
}

/** What is demanded of one question with several options: some of each group, and none of the rest. */
export interface Picks {
  readonly kind: 'picks';
  readonly fact: FactId;
  readonly some: readonly (readonly OptionId[])[];
  readonly none: readonly OptionId[];
}

/** A condition with `not` only where it stands for one test. */
export type Clause =
  | { readonly kind: 'true' }
  | { readonly kind: 'all'; readonly of: readonly Clause[] }
  | { readonly kind: 'any'; readonly of: readonly Clause[] }
  | ClauseTest
  | Picks;

/** The same condition, every `not` moved in as far as it goes and nested lists opened. */
export function simplify(condition: Condition, isNot = false): Clause {
  if (condition.kind === 'true') return isNot ? { kind: 'any', of: [] } : condition;
  if (condition.kind === 'not') return simplify(condition.of, !isNot);
  if (condition.kind === 'all' || condition.kind === 'any') {
    const kind = isNot === (condition.kind === 'all') ? 'any' : 'all';
    const of = condition.of
      .map((part) => simplify(part, isNot))
      .flatMap((part) => (part.kind === kind ? part.of : [part]));
    return { kind, of };
  }
  if (condition.kind === 'has' && !isNot && condition.mode !== 'only') return picksOf(condition);
  const ranges = condition.kind === 'between' ? [[condition.from, condition.to] as const] : [];
  return { kind: 'test', test: condition, isNot, ranges, also: [] };
}

function picksOf({ fact, mode, values }: Extract<FactTest, { kind: 'has' }>): Picks {
  const some = mode === 'all' ? values.map((value) => [value]) : [values];
  return mode === 'none'
    ? { kind: 'picks', fact, some: [], none: values }
    : { kind: 'picks', fact, some, none: [] };
}

/** What is demanded of the same question with several options, in one. */
export function mergeDemands(of: readonly Clause[]): readonly Clause[] {
  return merge(of, (a, b) => {
    if (a.kind !== 'picks' || b.kind !== 'picks' || a.fact !== b.fact) return null;
    return { ...a, some: [...a.some, ...b.some], none: [...a.none, ...b.none] };
  });
}

/**
 * Alternatives on the same question in one, and the same answer to several questions in one.
 *
 * @param answerOf An answer as the reader sees it: options with one id may have other labels.
 */
export function mergeAlternatives(
  of: readonly Clause[],
  answerOf: (test: ClauseTest) => string,
): readonly Clause[] {
  return merge(merge(of, sameQuestion), (a, b) => sameAnswer(a, b, answerOf));
}

function sameQuestion(a: Clause, b: Clause): Clause | null {
  if (a.kind === 'picks' && b.kind === 'picks') {
    const [first, second] = [a.some, b.some];
    const isPlain = a.fact === b.fact && !a.none.length && !b.none.length;
    if (!isPlain || first.length !== 1 || second.length !== 1) return null;
    return { ...a, some: [[...new Set([...first, ...second].flat())]] };
  }
  if (a.kind !== 'test' || b.kind !== 'test' || a.isNot || b.isNot) return null;
  if (a.test.fact !== b.test.fact) return null;
  if (a.test.kind === 'between' && b.test.kind === 'between')
    return { ...a, ranges: [...a.ranges, ...b.ranges] };
  if (a.test.kind !== 'is' || b.test.kind !== 'is') return null;
  const values = [...new Set([...a.test.values, ...b.test.values])];
  return { ...a, test: { ...a.test, values } };
}

function sameAnswer(a: Clause, b: Clause, answerOf: (test: ClauseTest) => string): Clause | null {
  if (a.kind !== 'test' || b.kind !== 'test' || a.isNot || b.isNot) return null;
  if (a.test.kind !== 'is' || b.test.kind !== 'is' || answerOf(a) !== answerOf(b)) return null;
  return { ...a, also: [...a.also, b.test.fact] };
}

/** Put each part into the first one before it that it can be one with. */
function merge(
  of: readonly Clause[],
  join: (a: Clause, b: Clause) => Clause | null,
): readonly Clause[] {
  const merged: Clause[] = [];
  for (const part of of) {
    const at = merged.findIndex((other) => join(other, part));
    const found = merged[at];
    if (found) merged[at] = join(found, part) ?? found;
    else merged.push(part);
  }
  return merged;
}
