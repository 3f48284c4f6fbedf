/**
 * Two searches of the same built pages in Node: ours, with the files that browsers get, and Pagefind
 * with Starlight's settings on a plain index. WebAssembly answers the same everywhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { parse } from 'yaml';
import { type Chunk, unpackChunks } from '../../src/site/search/chunks.ts';
import { tableFrom, wordsFrom } from '../../src/site/search/files.ts';
import type { Pagefind } from '../../src/site/search/pagefind.ts';
import {
  createSearch,
  engineOptions,
  firstRecords,
  queryOf,
  type Search,
} from '../../src/site/search/search.ts';

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
  /** The files read until the hits stood there. */
  readonly beforeExcerpts: readonly string[];
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

/** How many hits are shown at first. */
const shownByUs = 8;

/** The files of the index, as the script of the search has them. */
export function builtChunks(root: string): Chunk[] {
  const folder = join(root, 'dist/_s');
  const script = readdirSync(folder).find((name) => name.startsWith('search.')) ?? '';
  const packed = readFileSync(join(folder, script), 'utf8').match(/chunks:"([^"]+)"/)?.[1];
  if (!packed) throw new Error('The script of the search names no files of the index.');
  return unpackChunks(packed);
}

/** The site's own search, read from `dist/`. */
export async function ownSearch(root: string): Promise<Side> {
  const folder = join(root, 'dist/pagefind');
  const read = new Set<string>();
  const name = (pattern: RegExp) => readdirSync(folder).find((each) => pattern.test(each)) ?? '';
  let create: ((options: object) => Promise<Pagefind>) | undefined;
  const readUnpacked: Reader = async (address) => {
    const file = address.replace(/\?.*/, '').replace(/^.*?pagefind\//, '');
    // The script of the search carries it.
    if (file === 'pagefind-entry.json') return { ok: true, json: async () => entry };
    read.add(file);
    const bytes = Uint8Array.from(gunzipSync(readFileSync(join(folder, file))));
    return { ok: true, status: 200, arrayBuffer: async () => bytes.buffer };
  };
  Object.assign(globalThis, {
    skdSearch: { read: readUnpacked, start: (made: typeof create) => (create = made) },
  });
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const engineFile = name(/^engine\..*js$/);
  runInThisContext(text(engineFile));
  const [wordsFile, tableFile, metaFile] = [/^words\./, /^table\./, /pf_meta$/].map(name) as [
    string,
    string,
    string,
  ];
  const hash = metaFile.match(/sv_\w+/)?.[0];
  const version = readFileSync(join(root, 'node_modules/pagefind/package.json'), 'utf8');
  const entry = {
    version: JSON.parse(version).version,
    languages: { sv: { hash, wasm: 'sv', page_count: 0 } },
    include_characters: [],
  };
  const chunks = builtChunks(root);
  const known = wordsFrom(text(wordsFile));
  const table = tableFrom(text(tableFile), gunzipSync(readFileSync(join(folder, metaFile))));
  let search: Search | undefined;
  const restart = async () => {
    if (!create) throw new Error('The engine did not start.');
    read.clear();
    read.add(engineFile).add(wordsFile).add(tableFile);
    search = createSearch(await create(engineOptions), table, chunks);
  };
  await restart();
  return {
    read,
    restart,
    async ask(query) {
      if (!search) throw new Error('The search did not start.');
      const started = performance.now();
      const answer = await search.find(queryOf(query, known));
      const hits = answer.hits(firstRecords);
      const ms = performance.now() - started;
      const beforeExcerpts = [...read];
      await Promise.all(hits.slice(0, shownByUs).map((hit) => hit.excerpt()));
      return {
        ms,
        beforeExcerpts,
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

/** What of Pagefind's own interface the default search uses. */
interface PlainPagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{
    results: readonly { data(): Promise<{ url: string }> }[];
  } | null>;
}

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
  let engine: PlainPagefind;
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
        beforeExcerpts: [...read],
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
