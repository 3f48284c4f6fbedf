/** Several measurements of one thing. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Milliseconds of one run, by contestant. */
export type Round = Readonly<Record<string, number>>;

/** Long enough that the clock and a stray collection of garbage do not matter. */
const ENOUGH_MS = 40;

/**
 * Alternating rounds: each contestant runs in turn in every round, so that a busy moment of the
 * machine hits all of them. Short runs are repeated and shared out. The first round only warms up.
 */
export function rounds(count: number, contestants: Readonly<Record<string, () => unknown>>) {
  const list: Round[] = [];
  for (let round = 0; round <= count; round++) {
    const times = Object.entries(contestants).map(([name, run]) => [name, timed(run)] as const);
    if (round) list.push(Object.fromEntries(times));
  }
  return list;
}

function timed(run: () => unknown): number {
  const started = performance.now();
  for (let times = 1; ; times++) {
    run();
    const passed = performance.now() - started;
    if (passed > ENOUGH_MS) return passed / times;
  }
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number) => rounded(sorted[place] ?? 0);
  return {
    median: at(Math.floor(sorted.length / 2)),
    least: at(0),
    most: at(sorted.length - 1),
  };
}

/** Three figures: a measurement has no more. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
