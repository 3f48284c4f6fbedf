import { type Hit, loadRecord } from './hit.ts';
import { groupHits, orderRecords } from './order.ts';
import type { Filters, Pagefind } from './pagefind.ts';
import { type Query, readQuery } from './query.ts';
import { type Found, rank } from './rank.ts';
import type { Synonyms } from './synonyms.ts';
import type { WordList } from './typos.ts';

/** How much the fields of a record count in the engine. */
const ranking = {
  // Being on a page at all says more than how often: pages and one-line terms are compared.
  termFrequency: 0.1,
  metaWeights: { title: 6, former: 2, delar: 0.6 },
};

export interface SearchWords {
  readonly synonyms: Synonyms;
  readonly words: WordList;
}

export interface Search {
  find(text: string, filters?: Filters): Promise<SearchAnswer>;
}

export interface SearchAnswer {
  readonly query: Query;
  /** How many records answer some of it. */
  readonly total: number;
  /** Whether the best hit has everything that was asked for. */
  readonly isWhole: boolean;
  /** The hits among the first records, with their texts. */
  hits(records: number): Promise<Hit[]>;
}

const longestQuery = 200;

/** How many records are fetched for the first view. */
export const firstRecords = 10;

/**
 * The search itself, without any interface: the same in browsers, benchmarks and tests.
 *
 * @param records How many records the index has.
 */
export async function createSearch(
  engine: Pagefind,
  records: number,
  { synonyms, words }: SearchWords,
): Promise<Search> {
  // Excerpts are made here, of all parts of the query together; the engine's are not used.
  await engine.options({ ranking, excerptLength: 1 });
  await engine.init();
  return {
    async find(text, filters) {
      const query = readQuery(text.slice(0, longestQuery), synonyms, words);
      const searches = query.parts.flatMap((part) =>
        part.alternatives.map(async ({ text, weight }): Promise<Found> => {
          const found = await engine.search(text, filters ? { filters } : {});
          return { part, text, weight, results: found?.results ?? [] };
        }),
      );
      const ranked = rank(query.parts, await Promise.all(searches), records);
      return {
        query,
        total: ranked.length,
        isWhole: (ranked[0]?.coverage ?? 0) > 0.99,
        async hits(count) {
          const loaded = await Promise.all(ranked.slice(0, count).map(loadRecord));
          // Only the first are put in a new order: what is shown stays when more is asked for.
          const first = orderRecords(loaded.slice(0, firstRecords));
          return groupHits([...first, ...loaded.slice(firstRecords)]);
        },
      };
    },
  };
}
