import { fold, stemOf, wordsOf } from './fold.ts';
import type { PagefindAnchor, PagefindData } from './pagefind.ts';
import type { Ranked } from './rank.ts';

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
  readonly excerpt: readonly Piece[];
  /** Parts of the page that answer, with their own addresses. */
  readonly sections: readonly Section[];
}

const excerptLength = 26;
const mostSections = 3;

/** A record as the index has it, with what in it was looked for. */
export interface LoadedRecord {
  readonly ranked: Ranked;
  readonly record: PagefindData;
  /** From the root of the site: `ordlista.html#bankid`. */
  readonly address: string;
  readonly kind: string;
  readonly area: string;
  readonly title: string;
}

/** Fetches the text of a record. */
export async function loadRecord(ranked: Ranked): Promise<LoadedRecord> {
  // One is enough: where the other parts of the query stand is in the results themselves.
  const record = await ranked.results[0]?.data();
  if (!record) throw new Error('A hit without a record.');
  const address = (record.raw_url ?? record.url).replace(/^\//, '');
  const { title = address } = record.meta;
  const { slag: [kind = ''] = [], omrade: [area = ''] = [] } = record.filters;
  return { ranked, record, address, kind, area, title };
}

/**
 * Everything to show of a record.
 *
 * @param others Other parts of the same guide that answer too.
 */
export function hitFrom(loaded: LoadedRecord, others: readonly LoadedRecord[]): Hit {
  const { record, address, kind, area, title } = loaded;
  const raw = record.raw_content ?? record.content;
  const text = raw.split(/\s+/);
  const places = matchedPlaces(loaded, raw);
  const isPart = address.includes('#');
  const own = isPart ? [] : sectionsOf(record, places, text.length);
  const lines = [
    ...others.map((other) => ({ address: other.address, title: other.title, kind: other.kind })),
    ...own.map(({ anchor: { id, text: heading } }) => ({
      address: `${address}#${id}`,
      title: heading?.trim() ?? '',
      kind: '',
    })),
  ];
  return {
    address,
    kind,
    title,
    area,
    excerpt: excerptOf(text, places, wordsIn(title)),
    sections: lines.slice(0, mostSections),
  };
}

const wordsIn = (text: string) => text.split(/\s+/).length;

/** How much each word of the text answers: by the engine, or because it holds a word looked for. */
function matchedPlaces({ ranked, record }: LoadedRecord, raw: string): Float64Array {
  const folded = fold(raw).split(/\s+/);
  const places = new Float64Array(folded.length);
  const add = (at: number, weight: number) => {
    places[at] = (places[at] ?? 0) + weight;
  };
  for (const { words } of ranked.results) for (const at of words) add(at, 0.5);
  const scores = record.weighted_locations.map(({ balanced_score }) => balanced_score);
  const most = Math.max(...scores, 1);
  for (const { location, balanced_score } of record.weighted_locations) {
    add(location, balanced_score / most);
  }
  const stems = ranked.looksFor
    .flatMap(wordsOf)
    .map(stemOf)
    .filter((stem) => stem.length >= 4);
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
  const end = Math.min(text.length, start + excerptLength);
  const pieces: Piece[] = [];
  for (let at = start; at < end; at += 1) {
    pieces.push({ text: text[at] ?? '', isMatch: (places[at] ?? 0) > 0 });
  }
  if (end < text.length) pieces.push({ text: '…', isMatch: false });
  return pieces;
}

interface Candidate {
  readonly anchor: PagefindAnchor;
  readonly score: number;
}

/** The sections with most of what was looked for, in the order of the page. */
function sectionsOf(record: PagefindData, places: Float64Array, length: number): Candidate[] {
  const anchors = record.anchors
    .filter(({ element, id }) => /^h[2-4]$/.test(element) && id !== '')
    .sort((a, b) => a.location - b.location);
  const candidates = anchors.map((anchor, index): Candidate => {
    const end = anchors[index + 1]?.location ?? length;
    const heading = anchor.location + wordsIn(anchor.text ?? '');
    let score = 0;
    for (let at = anchor.location; at < end; at += 1) {
      score += (places[at] ?? 0) * (at < heading ? 4 : 1);
    }
    return { anchor, score };
  });
  return candidates
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSections)
    .sort((a, b) => a.anchor.location - b.anchor.location);
}
