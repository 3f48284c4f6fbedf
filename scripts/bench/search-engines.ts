/**
 * Two searches of the same built pages in Node: ours, with the files that browsers get, and Pagefind
 * with Starlight's settings on a plain index. WebAssembly answers the same everywhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { close, createIndex } from 'pagefind';
import { parse } from 'yaml';
import type { Pagefind } from '../../src/site/search/pagefind.ts';
import { createSearch, firstRecords, type Search } from '../../src/site/search/search.ts';
import { unpackSynonyms } from '../../src/site/search/synonyms.ts';
import { createWordList } from '../../src/site/search/typos.ts';
import { unpackWords } from '../../src/site/search/word-list.ts';

export interface LabelledQuery {
  readonly q: string;
  readonly kind: string;
  readonly right: readonly string[];
}

export interface Hit {
  /** `ordlista#bankid`: without `.html`. */
  readonly address: string;
  /** Places on the page that are shown under the hit. */
  readonly sections: readonly string[];
}

export interface Answer {
  readonly hits: readonly Hit[];
  /** Whether the best hit answers the whole query; otherwise the search says so. */
  readonly isWhole: boolean;
  readonly ms: number;
}

export type Ask = (query: string) => Promise<Answer>;

export function readQueries(root: string, half: 'tuning' | 'held-out'): LabelledQuery[] {
  return parse(readFileSync(join(root, `tests/search/queries-${half}.yaml`), 'utf8'));
}

type Reader = (address: string) => Promise<unknown>;

/** Answers as `fetch` does, from a folder, and notes what was read. */
function reader(folder: string, read: Set<string>): Reader {
  return async (address) => {
    const file = address.replace(/\?.*/, '').replace(/^.*?pagefind\//, '');
    read.add(file);
    const bytes = readFileSync(join(folder, file));
    return {
      ok: true,
      status: 200,
      json: async () => JSON.parse(bytes.toString()),
      arrayBuffer: async () =>
        bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    };
  };
}

/** A search that can be started afresh, and tells which files of its folder it has read since. */
export interface Side {
  readonly ask: Ask;
  readonly read: ReadonlySet<string>;
  restart(): Promise<void>;
}

const pageOf = (address: string) => address.replace(/^\//, '').replace(/\.html(?=#|$)/, '');

/** The site's own search, read from `dist/`. */
export async function ownSearch(root: string): Promise<Side> {
  const folder = join(root, 'dist/pagefind');
  const read = new Set<string>();
  const name = (pattern: RegExp) => readdirSync(folder).find((each) => pattern.test(each)) ?? '';
  let create: ((options: object) => Pagefind) | undefined;
  Object.assign(globalThis, {
    skdSearch: { read: reader(folder, read), start: (made: typeof create) => (create = made) },
  });
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  runInThisContext(text(name(/^engine\..*js$/)));
  const entry = JSON.parse(text('pagefind-entry.json'));
  const wordsFile = name(/^words\..*json$/);
  const { words, synonyms } = JSON.parse(text(wordsFile));
  const known = {
    synonyms: unpackSynonyms(synonyms),
    words: createWordList(unpackWords(words)),
  };
  let search: Search | undefined;
  const restart = async () => {
    if (!create) throw new Error('The engine did not start.');
    read.clear();
    read.add(name(/^engine\..*js$/)).add(wordsFile);
    const engine = create({ basePath: '/pagefind/', noWorker: true, language: 'sv' });
    search = await createSearch(engine, entry.languages.sv.page_count, known);
  };
  await restart();
  return {
    read,
    restart,
    async ask(query) {
      if (!search) throw new Error('The search did not start.');
      const started = performance.now();
      const answer = await search.find(query);
      const hits = await answer.hits(firstRecords);
      return {
        ms: performance.now() - started,
        isWhole: answer.isWhole,
        hits: hits.map(({ address, sections }) => ({
          address: pageOf(address),
          sections: sections.map((section) => pageOf(section.address)),
        })),
      };
    },
  };
}

/** As many as Pagefind's interface shows at first. */
const shownByDefault = 5;

/** Starlight's ranking, as its schema has it. */
const starlightRanking = {
  pageLength: 0.1,
  termFrequency: 0.1,
  termSaturation: 2,
  termSimilarity: 9,
  diacriticSimilarity: 0.8,
};

/** Pagefind as Starlight uses it, on a plain index of the same pages. */
export async function defaultSearch(root: string, folder: string): Promise<Side> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(errors.join());
  await index.addDirectory({ path: join(root, 'dist') });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await close();
  const read = new Set<string>();
  Object.assign(globalThis, { fetch: reader(join(folder, 'pagefind'), read) });
  const pagefind = await import(pathToFileURL(join(folder, 'pagefind/pagefind.js')).href);
  let engine: Pagefind;
  const restart = async () => {
    read.clear();
    read.add('pagefind.js').add('pagefind-worker.js').add('pagefind-ui.js').add('pagefind-ui.css');
    engine = pagefind.createInstance({ basePath: '/pagefind/', noWorker: true, language: 'sv' });
    await engine.options({ ranking: starlightRanking });
    await engine.init();
  };
  await restart();
  return {
    read,
    restart,
    async ask(query) {
      const started = performance.now();
      const results = (await engine.search(query))?.results ?? [];
      const data = await Promise.all(results.slice(0, shownByDefault).map((each) => each.data()));
      const rest = await Promise.all(results.slice(shownByDefault, 10).map((each) => each.data()));
      return {
        ms: performance.now() - started,
        isWhole: results.length > 0,
        // Kindly: a page counts as right wherever on it the answer stands.
        hits: [...data, ...rest].map(({ url }) => ({ address: pageOf(url), sections: [] })),
      };
    },
  };
}

/** Whether a page that answers is hit, wherever on it the answer stands: how the default is judged. */
export function isRightPage(hit: Hit, right: readonly string[]): boolean {
  return right.some((wanted) => hit.address === wanted.replace(/#.*/, ''));
}

/** Whether a hit answers: the page, or the very place when the label names one. How ours is judged. */
export function isRight(hit: Hit, right: readonly string[]): boolean {
  const page = hit.address.replace(/#.*/, '');
  return right.some((wanted) =>
    wanted.includes('#')
      ? hit.address === wanted || hit.sections.includes(wanted)
      : hit.address === wanted || page === wanted,
  );
}
