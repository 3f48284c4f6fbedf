import { questionsIn } from '../dependencies.ts';
import type { Condition, Wizard } from '../types.ts';
import { FALSE, TRUE } from './residual-nodes.ts';
import type { Given, Residuals } from './residuals.ts';

/**
 * A condition that is followed from the first question it reads until nobody needs it: a `when`
 * until its question, a target until the last question it reads. Before and after it is the same
 * everywhere, so it need not be kept with each situation.
 */
export interface Column {
  readonly condition: Condition;
  readonly start: number;
  /** Indices of the questions it reads. */
  readonly reads: ReadonlySet<number>;
  readonly first: number;
  /** Index of the last question before which it is kept. */
  readonly until: number;
  readonly isTarget: boolean;
}

/** What is known before a question. */
export interface Situation {
  /** Of the live columns. */
  readonly residuals: readonly number[];
  /** Targets that hold, as indices of columns, in order; only the first where only it counts. */
  readonly holding: readonly number[];
}

/** Columns of the `when`s, in order of the questions, and then of the targets. */
export function makeColumns(
  wizard: Wizard,
  targets: readonly Condition[],
  known: Residuals,
): readonly Column[] {
  const order = new Map(wizard.questions.map(({ id }, index) => [id, index]));
  const column = (condition: Condition, until: number | null): Column => {
    const ids = questionsIn(wizard, condition);
    const reads = new Set(ids.map((id) => order.get(id) ?? Number.POSITIVE_INFINITY));
    return {
      condition,
      start: known.start(condition),
      reads,
      first: Math.min(...reads),
      until: until ?? Math.max(-1, ...reads),
      isTarget: until === null,
    };
  };
  return [
    ...wizard.questions.map(({ when }, index) => column(when, index)),
    ...targets.map((condition) => column(condition, null)),
  ];
}

/** Columns to keep with each situation before a question, as indices. */
export function liveColumns(columns: readonly Column[], index: number): readonly number[] {
  return [...columns.keys()].filter((at) => {
    const { first, until } = columns[at] ?? { first: 0, until: -1 };
    return first < index && until >= index;
  });
}

/** How the residual of a column after a question comes from what was kept before it. */
interface Move {
  readonly column: number;
  /** Place among the live columns before, or -1: then it is as at the start. */
  readonly from: number;
  readonly start: number;
  readonly isRead: boolean;
  readonly isTarget: boolean;
  /** Whether it is kept after the question too. */
  readonly isKept: boolean;
}

/** What to work out at a question: the columns kept after it, and the targets that end with it. */
export function movesAt(
  columns: readonly Column[],
  live: readonly number[],
  index: number,
): readonly Move[] {
  const after = new Set(liveColumns(columns, index + 1));
  return columns.flatMap(({ start, reads, until, isTarget }, column) => {
    const isKept = after.has(column);
    if (!isKept && !(isTarget && until === index)) return [];
    const from = live.indexOf(column);
    return { column, from, start, isRead: reads.has(index), isTarget, isKept };
  });
}

/** The situation after a question. */
export function moveOn(
  known: Residuals,
  moves: readonly Move[],
  { residuals, holding }: Situation,
  given: Given,
  isFirst: boolean,
): Situation {
  const kept: number[] = [];
  let held = holding;
  for (const { column, from, start, isRead, isTarget, isKept } of moves) {
    const before = from < 0 ? start : (residuals[from] ?? start);
    const isOver = isTarget && isFirst && (held[0] ?? Number.POSITIVE_INFINITY) < column;
    const after = isOver ? FALSE : isRead ? known.advance(before, given) : before;
    const isHolding = isTarget && after === TRUE;
    if (isHolding) held = isFirst ? [column] : [...held, column];
    if (isKept) kept.push(isHolding ? FALSE : after);
  }
  return { residuals: kept, holding: held.length > 1 ? held.toSorted((a, b) => a - b) : held };
}
