/** The part of Pagefind's interface that the search uses. */
export interface PagefindLocation {
  readonly weight: number;
  readonly balanced_score: number;
  /** Which word of the text, from 0. */
  readonly location: number;
}

export interface PagefindAnchor {
  readonly element: string;
  readonly id: string;
  readonly text?: string;
  readonly location: number;
}

export interface PagefindData {
  readonly raw_url?: string;
  readonly url: string;
  readonly content: string;
  readonly raw_content?: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly anchors: readonly PagefindAnchor[];
  readonly weighted_locations: readonly PagefindLocation[];
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  readonly matchedMetaFields?: readonly string[];
  data(): Promise<PagefindData>;
}

export type Filters = Readonly<Record<string, readonly string[]>>;

export interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  search(
    query: string,
    options?: { filters?: Filters },
  ): Promise<{ results: readonly PagefindResult[] } | null>;
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}
