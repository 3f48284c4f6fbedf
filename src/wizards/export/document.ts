/**
 * A document as every format can write it: a list of blocks, all text plain. A line end within a
 * text begins a new paragraph. One place decides what is said and in which order; the writers only
 * dress it.
 */

/** Some text, perhaps a link as a whole. */
export interface Item {
  readonly text: string;
  /** A web address. */
  readonly href?: string;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'kicker' | 'text' | 'small' | 'lead'; readonly text: string }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly Item[] }
  /** Labels and values: the first column heads its row. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  /** A table whose first row is its head. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      /** Hundredths of the width, one a column. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    }
  /** What follows begins a new page. */
  | { readonly kind: 'page' }
  /** Lines to sign on: what is written under each. */
  | { readonly kind: 'signature'; readonly labels: readonly string[] };

export interface PlainDocument {
  readonly title: string;
  readonly subject: string;
  /** Who made it; may be empty. */
  readonly author: string;
  /** The day it is dated, `2026-11-23`. */
  readonly day: string;
  /** At the top of each page. */
  readonly header: string;
  /** At the foot of each page, with `{page}` and `{pages}` to be filled in. */
  readonly footer: string;
  readonly blocks: readonly Block[];
}

/** The paragraphs of a text, at least one. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split('\n');
}

/** Whether a row is to stay on one page. One with very much text must be let to break. */
export function isShortRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.length < 600);
}

/** Fills `{name}` in a text, found by its key. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;
