import { recordNames } from './meta.ts';
import type { SearchWords } from './search.ts';
import { type PackedSynonyms, unpackSynonyms } from './synonyms.ts';
import { type PackedTable, type SearchTable, unpackTable } from './table.ts';
import { createWordList } from './typos.ts';
import { unpackWords } from './word-list.ts';

/** Reads `words.<hash>.json`. */
export function wordsFrom(text: string): SearchWords {
  const { words, synonyms } = JSON.parse(text) as { words: string; synonyms: PackedSynonyms };
  return { synonyms: unpackSynonyms(synonyms), words: createWordList(unpackWords(words)) };
}

/** Reads `table.<hash>.json`, with the engine's own list of the records. */
export function tableFrom(text: string, meta: Uint8Array): SearchTable {
  return unpackTable(JSON.parse(text) as PackedTable, recordNames(meta));
}
