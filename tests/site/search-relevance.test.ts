import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Ask,
  builtChunks,
  isRight,
  type LabelledQuery,
  ownSearch,
  readQueries,
} from '../../scripts/bench/search-engines.ts';
import { chunksFor } from '../../src/site/search/chunks.ts';
import { wordsFrom } from '../../src/site/search/files.ts';
import { queryOf } from '../../src/site/search/search.ts';
import { dist, files, pageFiles, read } from './built-pages.ts';

const root = join(import.meta.dirname, '../..');
let ask: Ask;
let restart: () => Promise<void>;

beforeAll(async () => {
  ({ ask, restart } = await ownSearch(root));
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

test('the search fits: script with its styles, words, table, engine, one script for disk', () => {
  const size = (pattern: RegExp) =>
    files.filter((file) => pattern.test(file)).map((file) => statSync(join(dist, file)).size);
  expect(size(/^_s\/search\./)[0]).toBeLessThanOrEqual(26_000);
  expect(size(/^pagefind\/words\./)[0]).toBeLessThanOrEqual(120_000);
  expect(size(/^pagefind\/table\./)[0]).toBeLessThanOrEqual(80_000);
  expect(size(/^pagefind\/engine\./)[0]).toBeLessThanOrEqual(25_000);
  expect(size(/^pagefind\/offline\./)).toHaveLength(1);
  expect(files.filter((file) => /pagefind-ui|pagefind-worker|wasm\.unknown/.test(file))).toEqual(
    [],
  );
});

test('what is asked for before the engine has come is what it needs, nearly always', async () => {
  const chunks = builtChunks(root);
  const words = wordsFrom(read(files.find((file) => /^pagefind\/words\./.test(file)) ?? ''));
  let needed = 0;
  let foreseen = 0;
  for (const { q } of readQueries(root, 'tuning').filter((_query, at) => at % 5 === 0)) {
    await restart();
    const { beforeExcerpts } = await ask(q);
    const texts = queryOf(q, words).parts.flatMap(({ alternatives }) =>
      alternatives.map(({ text }) => text),
    );
    const early = chunksFor([q, ...texts].join(' '), chunks);
    const used = beforeExcerpts.filter((file) => file.startsWith('index/'));
    needed += used.length;
    foreseen += used.filter((file) => early.includes(file.slice(6, -9))).length;
  }
  expect(needed).toBeGreaterThan(50);
  expect(foreseen / needed).toBeGreaterThan(0.95);
});

test('the site has records of each kind the search speaks of, templates when there are any', () => {
  const table = JSON.parse(read(files.find((file) => /^pagefind\/table\./.test(file)) ?? ''));
  const hasTemplates = pageFiles.some((file) => file.startsWith('mallar/'));
  const kinds = ['sida', 'guide', 'fraga', 'resultat', 'rad', 'ord', 'uppgift'];
  expect([...table.kinds].sort()).toEqual([...kinds, ...(hasTemplates ? ['mall'] : [])].sort());
});

test('an answer is the same whatever was asked for before it', async () => {
  const queries = readQueries(root, 'tuning').filter((_query, at) => at % 5 === 0);
  const addresses = async (q: string) => (await ask(q)).hits.map(({ address }) => address);
  const fresh: string[][] = [];
  for (const { q } of queries) {
    await restart();
    fresh.push(await addresses(q));
  }
  for (const { q } of readQueries(root, 'tuning')) await ask(q);
  const later: string[][] = [];
  for (const { q } of queries) later.push(await addresses(q));
  expect(later).toEqual(fresh);
});
