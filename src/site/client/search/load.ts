import { chunksFor, unpackChunks } from '../../search/chunks.ts';
import { tableFrom, wordsFrom } from '../../search/files.ts';
import { textFiles } from '../../search/meta.ts';
import type { Pagefind } from '../../search/pagefind.ts';
import {
  createSearch,
  engineOptions,
  type Filters,
  longestQuery,
  queryOf,
  type SearchAnswer,
  type SearchWords,
} from '../../search/search.ts';
import type { SearchTable } from '../../search/table.ts';
import type { WordList } from '../../search/typos.ts';
import {
  built,
  bytesOf,
  fetchEarly,
  hasFilesOnDisk,
  isFetched,
  isOnDisk,
  run,
  useFilesOnDisk,
  wasmFile,
} from './files.ts';

type Create = (options: object) => Promise<Pagefind>;
type Answer = Pick<Response, 'ok' | 'status' | 'json' | 'arrayBuffer'>;

/** What the engine's script and the one for disk find of ours. */
declare global {
  var skdSearch: {
    read(address: string): Promise<Answer>;
    start(create: Create): void;
    table: Readonly<Record<string, string>>;
  };
}

let create: Create | undefined;
let faults = 0;

/** How many files did not come to the engine, which itself says nothing of them and finds less. */
export const faultCount = () => faults;

globalThis.skdSearch = {
  start: (made) => {
    create = made;
  },
  async read(address) {
    const name = address.replace(/\?.*/, '').replace(/^.*\/pagefind\//, '');
    const answer = { ok: true, status: 200 };
    if (name === 'pagefind-entry.json') {
      return { ...answer, json: async () => built?.entry, arrayBuffer: () => bytesOf(name) };
    }
    try {
      const bytes = await bytesOf(name);
      return { ...answer, json: async () => null, arrayBuffer: async () => bytes };
    } catch (fault) {
      faults += 1;
      throw fault;
    }
  },
  set table(files: Readonly<Record<string, string>>) {
    useFilesOnDisk(files);
  },
};

const chunks = built ? unpackChunks(built.chunks) : [];
const fileOf = (name: string) => `index/${name}.pf_index`;

/**
 * Asks for the parts of the index that a text will need, before the engine has come: first by its letters,
 * then, when the words of the site are here, by its synonyms too.
 */
export function fetchIndexFor(text: string): void {
  if (isOnDisk || hasEngine) return;
  const askFor = (words: string) => fetchEarly(chunksFor(words, chunks).map(fileOf));
  askFor(text.slice(0, longestQuery));
  knownWords().then(
    (known) => {
      const { parts } = queryOf(text, known);
      askFor(parts.flatMap(({ alternatives }) => alternatives.map(({ text }) => text)).join(' '));
    },
    () => undefined,
  );
}

let hasEngine = false;
let known: Promise<SearchWords> | undefined;

function knownWords(): Promise<SearchWords> {
  known ??= textOf(built?.words ?? '').then(wordsFrom);
  known.catch(() => {
    known = undefined;
  });
  return known;
}

export interface LoadedSearch {
  readonly words: WordList;
  readonly table: SearchTable;
  find(text: string, filters: Filters): Promise<SearchAnswer>;
}

let loading: Promise<LoadedSearch> | undefined;

/** Fetches everything the first query needs, side by side. Call it early. */
export function loadSearch(): Promise<LoadedSearch> {
  loading ??= load();
  loading.catch(forgetSearch);
  return loading;
}

/** After a fault: the next query begins again, with what has already come. */
export function forgetSearch(): void {
  loading = undefined;
}

const textOf = async (name: string) => new TextDecoder().decode(await bytesOf(name));

async function load(): Promise<LoadedSearch> {
  if (!built) throw new Error('not built');
  if (isOnDisk && !hasFilesOnDisk()) await run(built.offline);
  const engine = startEngine(built.engine);
  fetchEarly(isOnDisk ? [] : [built.words, wasmFile, built.meta, built.table]);
  const [known, table] = await Promise.all([
    knownWords(),
    Promise.all([textOf(built.table), bytesOf(built.meta)]).then(([text, meta]) =>
      tableFrom(text, new Uint8Array(meta)),
    ),
  ]);
  const search = createSearch(await engine, table, chunks);
  hasEngine = true;
  return {
    words: known.words,
    table,
    find: (text, filters) => search.find(queryOf(text, known), filters),
  };
}

async function startEngine(file: string): Promise<Pagefind> {
  if (!create) await run(file);
  if (!create) throw new Error(file);
  return create(engineOptions);
}

const sideBySide = 6;
let isFetchingRest = false;

/**
 * After the first answer: fetches the rest of the index and then the texts, so that the next query is
 * answered from here. Quietly, and not for readers whose browser saves data.
 */
export async function fetchRest(): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (!built || isOnDisk || isFetchingRest || connection?.saveData) return;
  isFetchingRest = true;
  try {
    const texts = textFiles(new Uint8Array(await bytesOf(built.meta)));
    const names = [...chunks.map(({ name }) => fileOf(name)), ...texts].filter(
      (name) => !isFetched(name),
    );
    const next = async (): Promise<void> => {
      const name = names.shift();
      if (name === undefined) return;
      await bytesOf(name, 'low');
      await next();
    };
    await Promise.all(Array.from({ length: sideBySide }, next));
  } catch {
    // What is missing is fetched when a query needs it.
    isFetchingRest = false;
  }
}
