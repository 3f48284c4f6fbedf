import type { Pagefind } from '../../search/pagefind.ts';
import { createSearch, type Search } from '../../search/search.ts';
import { type PackedSynonyms, unpackSynonyms } from '../../search/synonyms.ts';
import { createWordList, type WordList } from '../../search/typos.ts';
import { unpackWords } from '../../search/word-list.ts';

/** Filled in by the bundler: names below `pagefind/`, or nothing in `npm run dev`. */
declare const SEARCH_FILES: {
  readonly engine: string;
  readonly words: string;
  readonly first: readonly string[];
  readonly offline: string;
  readonly areas: readonly string[];
  readonly places: Readonly<Record<string, string>>;
  readonly records: number;
  readonly tag: string;
} | null;

type Create = (options: object) => Pagefind;

/** What the engine's script finds of ours, and we of its. */
declare global {
  var skdSearch: {
    read(address: string): Promise<Pick<Response, 'ok' | 'status' | 'json' | 'arrayBuffer'>>;
    start(create: Create): void;
    table?: Readonly<Record<string, string>>;
  };
}

const script = document.currentScript as HTMLScriptElement;
const folder = new URL('../pagefind/', script.src);
/** The root of the site, with a slash at the end. */
export const siteRoot = new URL('../', script.src);
export const areas = SEARCH_FILES?.areas ?? [];
/** The title of a page whose parts are hits, by its address. */
export const places = SEARCH_FILES?.places ?? {};
export const isBuilt = SEARCH_FILES !== null;

let create: Create | undefined;
const answers = new Map<string, Promise<Response>>();
let faults = 0;

/** How many files did not come. The engine itself says nothing of them and finds less. */
export const faultCount = () => faults;

globalThis.skdSearch = {
  start: (made) => {
    create = made;
  },
  read: async (address) => {
    const name = address.replace(/\?.*/, '').replace(/^.*\/pagefind\//, '');
    const packed = globalThis.skdSearch.table?.[name];
    if (packed === undefined) return (await fetchOnce(name)).clone();
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(bytes);
  },
};

/** The same file is asked for early, by us, and again by the engine. */
function fetchOnce(name: string): Promise<Response> {
  let answer = answers.get(name);
  if (!answer) {
    answer = fetch(new URL(`${name}?${SEARCH_FILES?.tag}`, folder));
    answers.set(name, answer);
    const fail = () => {
      faults += 1;
      answers.delete(name);
    };
    answer.then(({ ok }) => ok || fail(), fail);
  }
  return answer;
}

/** Runs a script once; one that did not come is asked for again the next time. */
function run(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const tag = document.createElement('script');
    tag.src = new URL(name, folder).href;
    tag.onload = () => resolve();
    tag.onerror = () => {
      tag.remove();
      reject(new Error(name));
    };
    document.head.append(tag);
  });
}

export interface LoadedSearch extends Search {
  readonly list: WordList;
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

async function load(): Promise<LoadedSearch> {
  const files = SEARCH_FILES;
  if (!files) throw new Error('not built');
  const isOnDisk = location.protocol === 'file:';
  if (isOnDisk && !globalThis.skdSearch.table) await run(files.offline);
  if (!isOnDisk) for (const name of files.first) fetchOnce(name).catch(() => undefined);
  const [words] = await Promise.all([
    globalThis.skdSearch.read(`/pagefind/${files.words}`).then(readWords),
    create ? undefined : run(files.engine),
  ]);
  if (!create) throw new Error(files.engine);
  const engine = create({ basePath: '/pagefind/', noWorker: true, language: 'sv' });
  return { ...(await createSearch(engine, files.records, words)), list: words.words };
}

async function readWords(answer: Pick<Response, 'ok' | 'json'>) {
  if (!answer.ok) throw new Error('words');
  const { words, synonyms } = (await answer.json()) as { words: string; synonyms: PackedSynonyms };
  return { synonyms: unpackSynonyms(synonyms), words: createWordList(unpackWords(words)) };
}
