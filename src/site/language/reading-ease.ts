/**
 * LIX, the Swedish measure of how heavy a text is: words in a sentence plus the share of long words.
 * About 30 is a story for children, 40 a newspaper, 50 an authority, 60 a thesis.
 */
import { type Passage, withoutReferences } from './passages.ts';

export interface ReadingEase {
  readonly words: number;
  readonly sentences: number;
  /** Rounded to one decimal; 0 for a text without words. */
  readonly lix: number;
  readonly longest: readonly LongSentence[];
}

export interface LongSentence {
  readonly line: number;
  readonly words: number;
  readonly text: string;
}

/** More letters than this make a word long. */
const longWord = 6;

/**
 * Reading ease of one page: its paragraphs and list items. Headings and cells of tables are no sentences and
 * are left out. A block that ends without a full stop ends a sentence, as a list item does.
 *
 * @param values The values of dated facts by id, since the reader sees them in place of `[[id]]`.
 * @param most Sentences of more words than this are listed, the longest first.
 */
export function readingEase(
  passages: readonly Passage[],
  values: ReadonlyMap<string, string>,
  most = 20,
): ReadingEase {
  const sentences = passages
    .filter(({ kind }) => kind === 'prose')
    .flatMap(({ text, line }) =>
      sentencesOf(filledIn(text, values)).map((sentence) => ({ line, text: sentence })),
    )
    .map((sentence) => ({ ...sentence, list: wordsOf(sentence.text) }))
    .filter(({ list }) => list.length > 0);
  const words = sentences.flatMap(({ list }) => list);
  const long = words.filter((word) => word.replace(/[^\p{L}\p{N}]/gu, '').length > longWord);
  const lix =
    words.length === 0 ? 0 : words.length / sentences.length + (100 * long.length) / words.length;
  return {
    words: words.length,
    sentences: sentences.length,
    lix: Math.round(lix * 10) / 10,
    longest: sentences
      .map(({ line, text, list }) => ({ line, text, words: list.length }))
      .filter((sentence) => sentence.words > most)
      .sort((a, b) => b.words - a.words),
  };
}

function filledIn(text: string, values: ReadonlyMap<string, string>): string {
  const filled = text.replace(
    /\[\[([a-z0-9-]+)\]\]/g,
    (whole, id: string) => values.get(id) ?? whole,
  );
  return withoutReferences(filled);
}

/** A sentence ends at a stop before a capital, a quotation mark, a figure or nothing. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!:…][”)]*)\s+(?=[\p{Lu}”(\d])/u).filter((sentence) => sentence !== '');
}

/** Words with their hyphens: `e-legitimation` is one. A figure counts as a word. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-:’'./][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The middle one; between the two in the middle when there is an even number. 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return 0;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return Math.round(((low + high) / 2) * 10) / 10;
}
