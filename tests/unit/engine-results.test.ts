import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type EngineResult, engineTable } from '../../scripts/bench/engine-table.ts';

const root = join(import.meta.dirname, '../..');
const result = JSON.parse(
  readFileSync(join(root, 'benchmarks/results/engine.json'), 'utf8'),
) as EngineResult;

test('the README shows what the engine costs as it is in the result file', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(engineTable(result));
});

// What was measured and committed, not what this machine does now: no time is asserted in a test.
test('the committed results meet their goals', () => {
  const { realGuides, chainOf200 } = result.cold;
  expect(realGuides.ms.median).toBeLessThan(1000);
  expect(chainOf200.ways[0]).toMatch(/^10\^1\d\d$/);
  expect(chainOf200.ms.median).toBeLessThan(2000);
  expect(chainOf200.megabytes).toBeLessThan(300);
});
