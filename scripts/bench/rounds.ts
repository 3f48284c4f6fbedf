/** Milliseconds of one run. */
export function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

/**
 * Medians of alternating rounds: each contestant runs once a round, in turn, so that a busy moment
 * of the machine hits all of them. The first round only warms up.
 */
export function medians(
  rounds: number,
  contestants: Readonly<Record<string, () => unknown>>,
): Readonly<Record<string, number>> {
  const times = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++)
    for (const [name, run] of Object.entries(contestants)) {
      const time = timed(run);
      if (round) times.set(name, [...(times.get(name) ?? []), time]);
    }
  return Object.fromEntries([...times].map(([name, list]) => [name, rounded(median(list))]));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
