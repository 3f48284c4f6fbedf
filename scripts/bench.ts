/**
 * Runs a benchmark: `npm run bench -- search`. Each stands in `scripts/bench/<name>.ts` and exports `run()`,
 * which prints what it found and writes `benchmarks/results/<name>.json`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'bench');
const [name = '', ...rest] = process.argv.slice(2);
const file = join(folder, `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const all = readdirSync(folder).map((each) => each.replace('.ts', ''));
  console.error(`"${name}" is no benchmark.\nHint: use one of ${all.join(', ')}.`);
  process.exit(1);
}
const { run } = (await import(file)) as { run(rest: readonly string[]): Promise<void> };
await run(rest);
