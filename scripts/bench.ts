import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** What a benchmark gives: written to `benchmarks/results/` and committed. */
export interface Benchmark {
  /** Numbers by name; milliseconds and megabytes say so in the name. */
  readonly results: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '..');
const BENCHMARKS: Readonly<
  Record<string, () => Promise<{ readonly run: () => Promise<Benchmark> }>>
> = { engine: () => import('./bench/engine.ts') };

const [name = '', ...rest] = process.argv.slice(2);
const load = Object.hasOwn(BENCHMARKS, name) && !rest.length ? BENCHMARKS[name] : undefined;
if (load) {
  const { results, versions } = await (await load()).run();
  const folder = join(ROOT, 'benchmarks/results');
  mkdirSync(folder, { recursive: true });
  const about = {
    benchmark: name,
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    versions: { node: process.version, ...versions },
  };
  const text = `${JSON.stringify({ ...about, results }, null, 2)}\n`;
  writeFileSync(join(folder, `${name}.json`), text);
  console.log(text);
} else {
  console.error(`Usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')}`);
  process.exitCode = 2;
}
