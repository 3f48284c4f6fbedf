import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMeTable, type SearchResult } from '../../scripts/bench/search-read-me.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

test('what the README says of the search is what was measured', () => {
  const result = JSON.parse(read('benchmarks/results/search.json')) as SearchResult;
  expect(read('README.md')).toContain(readMeTable(result));
  expect(result.bytes.index.ours).toBeLessThanOrEqual(1.2 * result.bytes.index.default);
  expect(result.bytes.firstSearch.ours).toBeLessThanOrEqual(1.2 * result.bytes.firstSearch.default);
});
