import { fold, stemOf, typedWords } from './fold.ts';

/** A file of the index and the words it begins and ends with, folded. */
export interface Chunk {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** In the order of the words: `from,to,name;…`. */
export function packChunks(chunks: readonly Chunk[]): string {
  return chunks.map(({ from, to, name }) => [from, to, name].join()).join(';');
}

export function unpackChunks(packed: string): Chunk[] {
  return packed.split(';').map((each) => {
    const [from = '', to = '', name = ''] = each.split(',');
    return { from, to, name };
  });
}

const shortestWord = 2;

/**
 * The files of the index that the engine will ask for, told before it has started: so they come side by
 * side with it. A wrong guess costs a few kilobytes, never a hit.
 */
export function chunksFor(text: string, chunks: readonly Chunk[]): string[] {
  const found = new Set<string>();
  for (const word of typedWords(text)) {
    if (word.length < shortestWord) continue;
    const stem = stemOf(fold(word)).replaceAll('-', '');
    for (const { from, to, name } of chunks) {
      const isFrom = from.slice(0, stem.length) <= stem;
      const isTo = stem <= to || to.startsWith(stem);
      if (isFrom && isTo) found.add(name);
    }
  }
  return [...found];
}
