import type { PagefindResult } from './pagefind.ts';
import type { QueryPart } from './query.ts';

/** What one way to look for a part of the query found. */
export interface Found {
  readonly part: QueryPart;
  readonly text: string;
  readonly weight: number;
  readonly results: readonly PagefindResult[];
}

export interface Ranked {
  readonly id: string;
  readonly score: number;
  /** How much of the query it answers, from 0 to 1, seldom words counting more. */
  readonly coverage: number;
  /** What found it, the best of each part of the query. */
  readonly results: readonly PagefindResult[];
  /** The words that found it, typed or not. */
  readonly looksFor: readonly string[];
}

/**
 * Puts what the parts of a query found in one order. The engine by itself answers nothing unless every
 * word stands on the page; people ask whole questions.
 */
export function rank(
  parts: readonly QueryPart[],
  found: readonly Found[],
  pages: number,
): Ranked[] {
  const rarity = new Map(
    parts.map((part) => {
      const ids = new Set(
        found
          .filter((each) => each.part === part)
          .flatMap(({ results }) => results.map(({ id }) => id)),
      );
      return [part, ids.size === 0 ? 0 : Math.log(1 + pages / ids.size)];
    }),
  );
  const unanswered = parts.filter((part) => rarity.get(part) === 0).length;
  const total =
    [...rarity.values()].reduce((sum, value) => sum + value, 0) + unanswered * Math.log(1 + pages);
  const best = new Map<
    string,
    Map<QueryPart, { score: number; result: PagefindResult; text: string }>
  >();
  for (const { part, text, weight, results } of found) {
    for (const result of results) {
      const byPart = best.get(result.id) ?? new Map();
      const score = weight * saturate(result.score) * (rarity.get(part) ?? 0);
      if (score > (byPart.get(part)?.score ?? -1)) byPart.set(part, { score, result, text });
      best.set(result.id, byPart);
    }
  }
  return [...best]
    .map(([id, byPart]): Ranked => {
      const coverage =
        [...byPart.keys()].reduce((sum, part) => sum + (rarity.get(part) ?? 0), 0) / total;
      const sum = [...byPart.values()].reduce((all, { score }) => all + score, 0);
      return {
        id,
        coverage,
        score: sum * coverage,
        results: [...byPart.values()].map(({ result }) => result),
        looksFor: [...byPart.values()].map(({ text }) => text),
      };
    })
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}

/** More of the same word helps less and less, and a seldom word in the text is worth a common one in a title. */
const saturate = (score: number) => score / (score + halfway);

const halfway = 6;
