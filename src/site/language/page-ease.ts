import type { Passage } from './passages.ts';
import { median, type ReadingEase, readingEase } from './reading-ease.ts';

export interface PageEase {
  readonly file: string;
  /** `federation`, the folder of the page. */
  readonly area: string;
  readonly ease: ReadingEase;
}

export interface AreaEase {
  readonly area: string;
  readonly pages: number;
  readonly words: number;
  readonly median: number;
}

const folder = 'src/content/docs/';

/** Reading ease of each page of guidance. */
export function pageEases(
  passages: readonly Passage[],
  values: ReadonlyMap<string, string>,
): readonly PageEase[] {
  const pages = Map.groupBy(
    passages.filter(({ file }) => /\.mdx?$/.test(file) && file.startsWith(folder)),
    ({ file }) => file,
  );
  return [...pages].map(([file, own]) => ({
    file,
    area: file.slice(folder.length).split('/')[0] ?? '',
    ease: readingEase(own, values),
  }));
}

/** The median of each area, heaviest first. */
export function areaEases(pages: readonly PageEase[]): readonly AreaEase[] {
  return [...Map.groupBy(pages, ({ area }) => area)]
    .map(([area, own]) => ({
      area,
      pages: own.length,
      words: own.reduce((sum, { ease }) => sum + ease.words, 0),
      median: median(own.map(({ ease }) => ease.lix)),
    }))
    .sort((a, b) => b.median - a.median);
}

/** What the median may be at most: all pages of guidance, and those for teachers. */
export const easeLimits: readonly { readonly area: string | null; readonly most: number }[] = [
  { area: null, most: 45 },
  { area: 'for-larare', most: 38 },
];

/** A sentence may not have more words than this anywhere. The aim is 20. */
export const mostWords = 25;

/** Sentences that are too long, wherever they stand. Titles of sources are their publishers'. */
export function longSentences(
  passages: readonly Passage[],
  values: ReadonlyMap<string, string>,
): readonly { readonly passage: Passage; readonly words: number; readonly text: string }[] {
  return passages
    .filter(({ file }) => !file.startsWith('src/content/sources/'))
    .flatMap((passage) =>
      readingEase([{ ...passage, kind: 'prose' }], values, mostWords).longest.map((sentence) => ({
        passage,
        words: sentence.words,
        text: sentence.text,
      })),
    );
}

/** What is heavier than it may be, in words. */
export function easeFaults(pages: readonly PageEase[]): readonly string[] {
  return easeLimits.flatMap(({ area, most }) => {
    const own = pages.filter((page) => area === null || page.area === area);
    const found = median(own.map(({ ease }) => ease.lix));
    if (found <= most) return [];
    const heaviest = own.toSorted((a, b) => b.ease.lix - a.ease.lix).slice(0, 5);
    const list = heaviest.map(({ file, ease }) => `${file} ${ease.lix}`).join(', ');
    return [
      `median LIX of ${area ?? 'all guidance'} is ${found}, at most ${most}. Heaviest: ${list}`,
    ];
  });
}
