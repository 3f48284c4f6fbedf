import { type Chunk, chunksFor } from './chunks.ts';
import type { FoundRecord, Hit } from './hit.ts';
import { groupHits, orderRecords } from './order.ts';
import type { Pagefind } from './pagefind.ts';
import { type Query, readQuery } from './query.ts';
import { type Found, rank } from './rank.ts';
import type { Synonyms } from './synonyms.ts';
import type { SearchTable, TableRecord } from './table.ts';
import type { WordList } from './typos.ts';

/** What the engine is started with. */
export const engineOptions = {
  basePath: '/pagefind/',
  language: 'sv',
  // Excerpts are made here, of all parts of the query together; the engine's are not used.
  excerptLength: 1,
  ranking: {
    // Being on a page at all says more than how often: pages and one-line terms are compared.
    termFrequency: 0.1,
    metaWeights: { title: 6, former: 2, delar: 0.6 },
  },
};

export interface SearchWords {
  readonly synonyms: Synonyms;
  readonly words: WordList;
}

/** Only records of this kind, of this area. */
export interface Filters {
  readonly kind?: string;
  readonly area?: string;
}

export interface Search {
  find(query: Query, filters?: Filters): Promise<SearchAnswer>;
}

export interface SearchAnswer {
  readonly query: Query;
  /** How many records answer some of it. */
  readonly total: number;
  /** Whether the best hit has everything that was asked for. */
  readonly isWhole: boolean;
  /** The hits among the first records. Their excerpts are fetched when they are asked for. */
  hits(records: number): Hit[];
}

export const longestQuery = 200;

/** How many records are put in order for the first view. */
export const firstRecords = 10;

/** What a text asks for. It needs no engine, so the files it will need can be fetched beside it. */
export function queryOf(text: string, { synonyms, words }: SearchWords): Query {
  return readQuery(text.slice(0, longestQuery), synonyms, words);
}

/**
 * The search itself, without any interface: the same in browsers, benchmarks and tests.
 *
 * @param engine Started with `engineOptions`.
 */
export function createSearch(
  engine: Pagefind,
  table: SearchTable,
  chunks: readonly Chunk[],
): Search {
  return {
    async find(query, filters = {}) {
      const searches = query.parts.flatMap((part) =>
        part.alternatives.map(async ({ text, weight }): Promise<Found> => {
          await engine.load(chunksFor(text, chunks));
          const found = await engine.search(text);
          return { part, text, weight, results: found?.results ?? [] };
        }),
      );
      const ranked = rank(query.parts, await Promise.all(searches), table.size);
      const records = ranked.flatMap((each): FoundRecord[] => {
        const record = table.find(each.id);
        return record && isAskedFor(record, filters) ? [{ ranked: each, record }] : [];
      });
      return {
        query,
        total: records.length,
        isWhole: (records[0]?.ranked.coverage ?? 0) > 0.99,
        hits(count) {
          // Only the first are put in a new order: what is shown stays when more is asked for.
          const first = orderRecords(records.slice(0, firstRecords));
          return groupHits([...first, ...records.slice(firstRecords, count)]);
        },
      };
    },
  };
}

function isAskedFor(record: TableRecord, { kind, area }: Filters): boolean {
  return (
    (kind === undefined || record.kind === kind) && (area === undefined || record.area === area)
  );
}
