import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { contentData } from '../content-data.ts';
import type { Term } from '../content-schemas.ts';
import { fold, stemOf, wordsOf } from '../search/fold.ts';
import { packSynonyms, type SynonymEntry } from '../search/synonyms.ts';
import { oneFormEach, packWords } from '../search/word-list.ts';
import { bundleEngine, offlineTable } from './search-engine.ts';
import { buildSearchIndex, vocabularyOf } from './search-index.ts';
import { recordsOf, type SearchRecord } from './search-records.ts';

/** Names below `pagefind/` that the search script asks for. They change with their contents. */
export interface SearchFiles {
  /** Pagefind itself, a classic script. */
  readonly engine: string;
  /** Words of the site and synonyms. */
  readonly words: string;
  /** What Pagefind reads first: entry, list of pages, WebAssembly. */
  readonly first: readonly string[];
  /** Everything in one classic script, for pages opened from disk. */
  readonly offline: string;
  /** The names to filter by. */
  readonly areas: readonly string[];
  /** The titles of the pages whose parts are hits, by file. */
  readonly places: Readonly<Record<string, string>>;
  /** How many things can be found. */
  readonly records: number;
  /** Changes with the contents, for caches. */
  readonly tag: string;
}

/** Pagefind writes three interfaces and a worker that this site does not use. */
const used =
  /^(pagefind-entry\.json|pagefind\.sv_.*\.pf_meta|wasm\.sv\.pagefind|(fragment|index|filter)\/.*)$/;

/**
 * Writes the search of the site: index, engine, words.
 *
 * @param pages The built pages, before or after their addresses are made relative.
 * @throws Error when Pagefind or the list of synonyms has a fault.
 */
export async function writeSearchFiles(
  folder: string,
  pages: readonly { file: string; html: string }[],
): Promise<SearchFiles> {
  const records = pages.flatMap(({ file, html }) => recordsOf(file, html));
  const { terms } = contentData();
  const areas = areaNames(records);
  const built = await buildSearchIndex(records, {
    areas,
    forms: new Map([...terms.values()].map((term) => [`ordlista.html#${term.id}`, term.forms])),
  });
  // Pagefind hands them over in another order each time; sorted, two builds give the same bytes.
  const files = new Map(
    [...built].filter(([name]) => used.test(name)).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const add = (name: string, ending: string, content: string) => {
    const file = `${name}.${hashOf(content)}.${ending}`;
    files.set(file, Buffer.from(content));
    return file;
  };
  const words = JSON.stringify({
    words: packWords(oneFormEach(vocabularyOf(records))),
    synonyms: packSynonyms([...readSynonyms(), ...glossaryForms(terms)]),
  });
  const first = [...files.keys()].filter((name) => /^(pagefind-entry|wasm|.*pf_meta)/.test(name));
  const wordsFile = add('words', 'json', words);
  const offline = offlineTable(files);
  const names: SearchFiles = {
    first,
    areas: [...new Set(areas.values())].sort((a, b) => a.localeCompare(b, 'sv')),
    places: placeNames(records),
    records: records.length,
    tag: hashOf([...files.keys()].join()),
    words: wordsFile,
    engine: add('engine', 'js', await bundleEngine(built.get('pagefind.js'))),
    offline: add('offline', 'js', offline),
  };
  for (const [name, content] of files) {
    const path = join(folder, 'pagefind', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return names;
}

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex').slice(0, 8);

/** The title of each area's own page by its folder. */
function areaNames(records: readonly SearchRecord[]): Map<string, string> {
  const own = records.filter(({ address, area }) => address === `${area}.html`);
  const withPages = own.filter(({ area }) =>
    records.some(({ address }) => address.startsWith(`${area}/`)),
  );
  return new Map(withPages.map(({ area, title }) => [area, title]));
}

function placeNames(records: readonly SearchRecord[]): Record<string, string> {
  const withParts = new Set(
    records.flatMap(({ address }) => (address.includes('#') ? [address.replace(/#.*/, '')] : [])),
  );
  return Object.fromEntries(
    records
      .filter(({ address }) => withParts.has(address))
      .map(({ address, title }) => [address, title]),
  );
}

const synonymFile = 'src/content/search/synonymer.yaml';
const words = z.array(z.string().min(1)).min(1);
const synonymSchema = z.array(z.strictObject({ typed: words, means: words }));

/** @throws Error that names what is wrong in the list. */
export function readSynonyms(): SynonymEntry[] {
  const document = parseDocument(readFileSync(join(process.cwd(), synonymFile), 'utf8'));
  const result = synonymSchema.safeParse(document.toJS());
  const faults = [
    ...document.errors.map(({ message }) => message),
    ...(result.error?.issues ?? []).map(
      ({ path, message }) => `entry ${path.join('.')}: ${message}`,
    ),
  ];
  if (!result.success || faults.length > 0)
    throw new Error(`${synonymFile}:\n${faults.join('\n')}`);
  return result.data;
}

/** Forms of a glossary term that are another word than the term: `DSO`, `kioskläge`, `mobilförbud`. */
function glossaryForms(terms: ReadonlyMap<string, Term>): SynonymEntry[] {
  return [...terms.values()].map(({ term, forms, en }) => {
    const name = term.replace(/ \(.*\)|,.*/, '');
    const stem = wordsOf(name).map(stemOf).join(' ').slice(0, -1);
    const other = forms.filter((form) => !fold(form).includes(stem) && !isPartOf(name, form));
    const english = (en ?? '')
      .split(/[(),]/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && fold(part) !== fold(name));
    return { typed: [...other, ...english], means: [name] };
  });
}

/** Whether a form only repeats the beginning of a word of the name: the engine finds that itself. */
function isPartOf(name: string, form: string): boolean {
  const stems = wordsOf(name).map((word) => stemOf(word));
  return wordsOf(form).every((word) => stems.some((stem) => word.startsWith(stem.slice(0, 5))));
}
