/**
 * Runs a benchmark: `npm run bench -- search`. Each stands in `scripts/bench/<name>.ts` and exports `run()`,
 * which prints what it found and writes `benchmarks/results/<name>.json`.
 */
export interface Benchmark {
  run(rest: readonly string[]): Promise<void>;
}

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  engine: () => import('./bench/engine.ts'),
  search: () => import('./bench/search.ts'),
};

const [name = '', ...rest] = process.argv.slice(2);
const load = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
if (load) await (await load()).run(rest);
else {
  console.error(
    `"${name}" is no benchmark.\nHint: use one of ${Object.keys(benchmarks).join(', ')}.`,
  );
  process.exitCode = 2;
}
