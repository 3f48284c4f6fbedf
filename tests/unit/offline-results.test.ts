import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type OfflineResult, readMeTable } from '../../scripts/offline/read-me-table.ts';

const root = join(import.meta.dirname, '../..');

test('the README shows the measured sizes and times as they are in the result file', () => {
  const file = readFileSync(join(root, 'benchmarks/results/offline.json'), 'utf8');
  const readMe = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readMe).toContain(readMeTable(JSON.parse(file) as OfflineResult));
});
