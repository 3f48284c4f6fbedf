import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Ask,
  isRight,
  type LabelledQuery,
  ownSearch,
  readQueries,
} from '../../scripts/bench/search-engines.ts';
import { dist, files, pageFiles, read } from './built-pages.ts';

const root = join(import.meta.dirname, '../..');
let ask: Ask;

beforeAll(async () => {
  ({ ask } = await ownSearch(root));
});

async function places(queries: readonly LabelledQuery[]): Promise<number[]> {
  const found: number[] = [];
  for (const { q, right } of queries) {
    const { hits } = await ask(q);
    found.push(hits.findIndex((hit) => isRight(hit, right)) + 1);
  }
  return found;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(['tuning', 'held-out'] as const)('the %s queries', (half) => {
  const queries = readQueries(root, half);

  test('are at least 75, and each label is a place of the site', () => {
    expect(queries.length).toBeGreaterThanOrEqual(75);
    const wrong = queries.flatMap(({ q, right }) =>
      right
        .filter((wanted) => {
          const [page, id] = wanted.split('#');
          const file = `${page}.html`;
          return !pageFiles.includes(file) || (id && !read(file).includes(`id="${id}"`));
        })
        .map((wanted) => `${q}: ${wanted}`),
    );
    expect(wrong).toEqual([]);
  });

  test('find the right page: mean reciprocal rank ≥ 0.90, among the first three ≥ 97 %', async () => {
    const found = await places(queries.filter(({ right }) => right.length > 0));
    expect(mean(found.map((place) => (place === 0 ? 0 : 1 / place)))).toBeGreaterThanOrEqual(0.9);
    expect(mean(found.map((place) => (place > 0 && place <= 3 ? 1 : 0)))).toBeGreaterThanOrEqual(
      0.97,
    );
  });

  test('that nothing answers are told so, most of them', async () => {
    const told: number[] = [];
    for (const { q } of queries.filter(({ right }) => right.length === 0)) {
      const { hits, isWhole } = await ask(q);
      told.push(hits.length === 0 || !isWhole ? 1 : 0);
    }
    expect(mean(told)).toBeGreaterThanOrEqual(0.75);
  });
});

test('the search fits: 10 kB of own script, 14 kB of words, one script for disk', () => {
  const size = (pattern: RegExp) =>
    files.filter((file) => pattern.test(file)).map((file) => statSync(join(dist, file)).size);
  expect(size(/^_s\/search\./)[0]).toBeLessThanOrEqual(24_000);
  expect(size(/^pagefind\/words\./)[0]).toBeLessThanOrEqual(120_000);
  expect(size(/^pagefind\/offline\./)).toHaveLength(1);
  expect(files.filter((file) => /pagefind-ui|pagefind-worker|wasm\.unknown/.test(file))).toEqual(
    [],
  );
});
