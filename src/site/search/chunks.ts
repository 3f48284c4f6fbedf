import { fold, stemOf, typedWords } from './fold.ts';

/** A file of the index and the word it begins with, folded and as short as tells it from the one before. */
export interface Chunk {
  readonly from: string;
  readonly name: string;
}

/** In the order of the words: `from,name;…`. */
export function packChunks(chunks: readonly Chunk[]): string {
  return chunks.map(({ from, name }) => [from, name].join()).join(';');
}

export function unpackChunks(packed: string): Chunk[] {
  return packed.split(';').map((each) => {
    const [from = '', name = ''] = each.split(',');
    return { from, name };
  });
}

const shortestWord = 2;

/**
 * The files of the index with every word that begins as a word of the text does. They are known before
 * the engine has started, so they come side by side with it. The engine itself asks only for the file
 * where the word would stand, and finds more when a query before happened to fetch the next one.
 */
export function chunksFor(text: string, chunks: readonly Chunk[]): string[] {
  const found = new Set<string>();
  for (const word of typedWords(text)) {
    if (word.length < shortestWord) continue;
    const stem = stemOf(fold(word)).replaceAll('-', '');
    for (const [at, { from, name }] of chunks.entries()) {
      const next = chunks[at + 1];
      if (from.slice(0, stem.length) <= stem && (!next || stem < next.from)) found.add(name);
    }
  }
  return [...found];
}
