import { close, createIndex, type PagefindIndex } from 'pagefind';
import { CompoundParts } from './compound-parts.ts';
import type { SearchRecord } from './search-records.ts';

/** What the search engine needs to know about a record beside its text. */
interface IndexOptions {
  /** Other forms of a glossary term by the address of its record. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
}

/**
 * Builds the search index with Pagefind, Swedish stemming included.
 *
 * @returns The files of the index below `pagefind/`, by name.
 * @throws Error when Pagefind reports one.
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  options: IndexOptions,
): Promise<Map<string, Uint8Array>> {
  // Small files: a first query fetches only the words it asks for.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(wordsInFile);
  const { index, errors } = await createIndex({
    forceLanguage: 'sv',
    keepIndexUrl: true,
    // Small texts shrink better together, and the next query finds some of its own already there.
    maxFragments: Math.ceil(records.length / 8),
  });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`);
  const parts = new CompoundParts(wordCounts(records));
  for (const record of records) await addRecord(index, record, parts, options);
  const written = await index.getFiles();
  await close();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
  return new Map(
    written.files.map(({ path, content }) => [path.replace(/^.*?pagefind\//, ''), content]),
  );
}

const wordsInFile = 6000;

async function addRecord(
  index: PagefindIndex,
  record: SearchRecord,
  parts: CompoundParts,
  { forms }: IndexOptions,
): Promise<void> {
  const content = recordPage(record, {
    // Kept out of the text, so that excerpts stay clean.
    delar: parts.ofText(lettersOf(record.text)).join(' '),
    former: (forms.get(record.address) ?? []).join(' '),
  });
  const added = await index.addHTMLFile({ url: record.address, content });
  if (added.errors.length > 0) throw new Error(`${record.address}: ${added.errors.join(', ')}`);
}

type Words = Readonly<Record<string, string>>;

/** A record as a page of its own, in the form Pagefind reads. */
function recordPage(record: SearchRecord, meta: Words): string {
  const named = Object.entries(meta)
    .filter(([, value]) => value !== '')
    .map(
      ([name, value]) =>
        `<span data-pagefind-meta="${name}[data-v]" data-v="${escapeHtml(value)}"></span>`,
    )
    .join('');
  const isPart = record.address.includes('#');
  const title = isPart ? `<h1>${escapeHtml(record.title)}</h1>` : '';
  return `<html lang="sv"><body><main data-pagefind-body>${title}${record.html}${named}</main></body></html>`;
}

/** How many records each word stands in, in small letters. */
function wordCounts(records: readonly SearchRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of records) {
    for (const word of new Set(lettersOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function lettersOf(text: string): string[] {
  return text.toLocaleLowerCase('sv').match(/\p{L}+/gu) ?? [];
}

/** Every word of the records with how many it stands in, the shortest left out. */
export function vocabularyOf(records: readonly SearchRecord[]): Map<string, number> {
  return new Map([...wordCounts(records)].filter(([word]) => word.length >= 4));
}

function escapeHtml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
