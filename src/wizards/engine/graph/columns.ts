import { questionsIn } from '../dependencies.ts';
import type { Condition, Wizard } from '../types.ts';
import { type Given, type Residuals, TRUE } from './residuals.ts';

/**
 * A condition that is followed from the first question it reads until nobody needs it: a `when`
 * until its question, a target to the end. Before and after it is the same everywhere, so it need
 * not be kept with each situation.
 */
export interface Column {
  readonly condition: Condition;
  readonly start: number;
  /** Indices of the questions it reads. */
  readonly reads: ReadonlySet<number>;
  readonly first: number;
  /** Index of the question whose `when` it is, or `Infinity` for a target. */
  readonly until: number;
}

export function makeColumns(
  wizard: Wizard,
  targets: readonly Condition[],
  known: Residuals,
): readonly Column[] {
  const order = new Map(wizard.questions.map(({ id }, index) => [id, index]));
  const column = (condition: Condition, until: number): Column => {
    const ids = questionsIn(wizard, condition);
    const reads = new Set(ids.map((id) => order.get(id) ?? Number.POSITIVE_INFINITY));
    return { condition, start: known.start(condition), reads, first: Math.min(...reads), until };
  };
  return [
    ...wizard.questions.map(({ when }, index) => column(when, index)),
    ...targets.map((condition) => column(condition, Number.POSITIVE_INFINITY)),
  ];
}

/** Columns to keep with each situation before a question, as indices. */
export function liveColumns(columns: readonly Column[], index: number): readonly number[] {
  return [...columns.keys()].filter((at) => {
    const { first, until } = columns[at] ?? { first: 0, until: -1 };
    return first < index && until >= index;
  });
}

/** How the residuals kept after a question come from those kept before it. */
export interface Move {
  readonly from: number;
  readonly start: number;
  readonly isRead: boolean;
  readonly isTarget: boolean;
}

export function movesBetween(
  columns: readonly Column[],
  before: readonly number[],
  index: number,
): readonly Move[] {
  return liveColumns(columns, index + 1).flatMap((at) => {
    const column = columns[at];
    if (!column) return [];
    const { start, reads, until } = column;
    const from = before.indexOf(at);
    return { from, start, isRead: reads.has(index), isTarget: until === Number.POSITIVE_INFINITY };
  });
}

/** The residuals after a question. */
export function moveOn(
  known: Residuals,
  moves: readonly Move[],
  residuals: readonly number[],
  given: Given,
  isFirst: boolean,
): readonly number[] {
  let isDecided = false;
  return moves.map(({ from, start, isRead, isTarget }) => {
    if (isTarget && isDecided) return 0;
    const before = from < 0 ? start : (residuals[from] ?? start);
    const after = isRead ? known.advance(before, given) : before;
    if (isFirst && isTarget && after === TRUE) isDecided = true;
    return after;
  });
}
