import { fold, stemOf, wordsOf } from './fold.ts';
import type { PagefindData } from './pagefind.ts';
import type { Ranked } from './rank.ts';
import type { TableHeading, TableRecord } from './table.ts';

/** A piece of text, or a word that was looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface Section {
  readonly address: string;
  readonly title: string;
  /** Set for a part of a guide: `fraga`, `resultat`, `rad`. */
  readonly kind: string;
}

export interface Hit {
  /** From the root of the site: `ordlista.html#bankid`. */
  readonly address: string;
  readonly kind: string;
  readonly title: string;
  /** The area of guidance it belongs to, when it does. */
  readonly area: string;
  /** Parts of the page that answer, with their own addresses. */
  readonly sections: readonly Section[];
  /** Fetches the text of the record; all else is known before it comes. */
  excerpt(): Promise<readonly Piece[]>;
}

const excerptLength = 26;
const latestMatch = 8;
const wordsBefore = 4;
const mostSections = 3;

/** What was found, with what is known of it before its text has come. */
export interface FoundRecord {
  readonly ranked: Ranked;
  readonly record: TableRecord;
}

/**
 * Everything to show of a record.
 *
 * @param others Other parts of the same guide that answer too.
 */
export function hitFrom({ ranked, record }: FoundRecord, others: readonly FoundRecord[]): Hit {
  const { address, kind, area, title } = record;
  const lines = [
    ...others.map(({ record }) => ({
      address: record.address,
      title: record.title,
      kind: record.kind,
    })),
    ...sectionsOf(record, ranked).map(({ id, text }) => ({
      address: `${address}#${id}`,
      title: text,
      kind: '',
    })),
  ];
  return {
    address,
    kind,
    title,
    area,
    sections: lines.slice(0, mostSections),
    excerpt: () => loadExcerpt(ranked, title),
  };
}

async function loadExcerpt(ranked: Ranked, title: string): Promise<readonly Piece[]> {
  // One is enough: where the other parts of the query stand is in the results themselves.
  const data = await ranked.results[0]?.data();
  if (!data) throw new Error('A hit without a text.');
  const raw = data.raw_content ?? data.content;
  return excerptOf(raw.split(/\s+/), matchedPlaces(ranked, data, raw), wordsIn(title));
}

const wordsIn = (text: string) => text.split(/\s+/).length;

/** What to look for in other words: `federation` in `identitetsfederation`. */
function stemsOf({ looksFor }: Ranked): string[] {
  return looksFor
    .flatMap(wordsOf)
    .map(stemOf)
    .filter((stem) => stem.length >= 4);
}

/** How much each word of the text answers: by the engine, or because it holds a word looked for. */
function matchedPlaces(ranked: Ranked, data: PagefindData, raw: string): Float64Array {
  const folded = fold(raw).split(/\s+/);
  const places = new Float64Array(folded.length);
  const add = (at: number, weight: number) => {
    places[at] = (places[at] ?? 0) + weight;
  };
  for (const { words } of ranked.results) for (const at of words) add(at, 0.5);
  const scores = data.weighted_locations.map(({ balanced_score }) => balanced_score);
  const most = Math.max(...scores, 1);
  for (const { location, balanced_score } of data.weighted_locations) {
    add(location, balanced_score / most);
  }
  const stems = stemsOf(ranked);
  folded.forEach((word, at) => {
    if (word.length > 4 && !places[at] && stems.some((stem) => word.includes(stem))) add(at, 0.3);
  });
  return places;
}

/** The stretch of text with the most matches. The text begins with its title, which is left out. */
function excerptOf(text: readonly string[], places: Float64Array, from: number): Piece[] {
  const last = Math.max(from, text.length - Math.floor(excerptLength / 2));
  let sum = 0;
  for (let at = from; at < from + excerptLength; at += 1) sum += places[at] ?? 0;
  let start = from;
  let best = -1;
  for (let at = from; at <= last; at += 1) {
    // Begin where a sentence does, when that costs little.
    const isStart = at === from || /[.:?!]$/.test(text[at - 1] ?? '');
    const worth = isStart ? sum * 1.3 : sum;
    if (worth > best) [best, start] = [worth, at];
    sum += (places[at + excerptLength] ?? 0) - (places[at] ?? 0);
  }
  // Narrow windows show half of it: what was looked for stands early.
  const first = places.findIndex((weight, at) => at >= start && weight > 0);
  const isCut = start + excerptLength < text.length;
  if (isCut && first - start > latestMatch) start = first - wordsBefore;
  const end = Math.min(text.length, start + excerptLength);
  const pieces: Piece[] = [];
  for (let at = start; at < end; at += 1) {
    pieces.push({ text: text[at] ?? '', isMatch: (places[at] ?? 0) > 0 });
  }
  if (end < text.length) pieces.push({ text: '…', isMatch: false });
  return pieces;
}

/** The sections with most of what was looked for, in the order of the page. */
function sectionsOf({ headings }: TableRecord, ranked: Ranked): TableHeading[] {
  const places = ranked.results.flatMap(({ words }) => words);
  const stems = stemsOf(ranked);
  return headings
    .map((heading, index) => {
      const end = headings[index + 1]?.location ?? Number.POSITIVE_INFINITY;
      const first = heading.location + wordsIn(heading.text);
      const named = fold(heading.text);
      let score = stems.some((stem) => named.includes(stem)) ? headingScore : 0;
      for (const at of places) {
        if (at >= heading.location && at < end) score += at < first ? headingScore : 1;
      }
      return { heading, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSections)
    .map(({ heading }) => heading)
    .sort((a, b) => a.location - b.location);
}

/** A word of a heading counts as much as so many of the text. */
const headingScore = 4;
