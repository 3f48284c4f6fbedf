import { contentData } from './content-data.ts';
import type { NewsItem } from './content-schemas.ts';

/** Every change note, the newest first; those of one day in the order they are written. */
export function allNews(): NewsItem[] {
  return [...contentData().news.values()].sort((a, b) => b.date.localeCompare(a.date));
}

/**
 * The changes that concern a page, the newest first.
 *
 * @param address `/federation/felsokning/`.
 */
export function historyOf(address: string): NewsItem[] {
  return allNews().filter(({ pages }) => pages.some((pattern) => concerns(pattern, address)));
}

function concerns(pattern: string, address: string): boolean {
  return pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : pattern === address;
}
