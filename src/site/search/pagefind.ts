/** The part of Pagefind's interface that the search uses. */
export interface PagefindLocation {
  readonly weight: number;
  readonly balanced_score: number;
  /** Which word of the text, from 0. */
  readonly location: number;
}

export interface PagefindData {
  readonly content: string;
  readonly raw_content?: string;
  readonly weighted_locations: readonly PagefindLocation[];
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<PagefindData>;
}

export interface Pagefind {
  /** Fetches files of the index, by the names of `Chunk`. */
  load(names: readonly string[]): Promise<unknown>;
  search(query: string): Promise<{ results: readonly PagefindResult[] } | null>;
}
