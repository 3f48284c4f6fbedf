import { wordsOf } from './fold.ts';

/** What readers type and what the pages call the same thing. */
export interface SynonymEntry {
  readonly typed: readonly string[];
  readonly means: readonly string[];
}

/** From a typed phrase (folded words with spaces) to what else to look for. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** As they are sent to the browser. */
export type PackedSynonyms = readonly (readonly [typed: string, means: string])[];

/** Joins the authors' list with the forms of the glossary. A phrase may stand in several entries. */
export function packSynonyms(entries: readonly SynonymEntry[]): PackedSynonyms {
  const packed = new Map<string, Set<string>>();
  for (const { typed, means } of entries) {
    for (const phrase of typed) {
      const key = wordsOf(phrase).join(' ');
      if (key === '') continue;
      const all = packed.get(key) ?? new Set();
      for (const other of means) if (wordsOf(other).join(' ') !== key) all.add(other);
      packed.set(key, all);
    }
  }
  return [...packed]
    .filter(([, means]) => means.size > 0)
    .map(([typed, means]) => [typed, [...means].join('|')]);
}

export function unpackSynonyms(packed: PackedSynonyms): Synonyms {
  return new Map(packed.map(([typed, means]) => [typed, means.split('|')]));
}
