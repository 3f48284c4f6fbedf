import { Sheet, textHeight, widthOf } from './sheet.ts';
import { monthsAfter, type Scale, timeScale, whenOf } from './time-scale.ts';

export type Certainty = 'bekraftad' | 'plan' | 'andrahand' | 'obekraftad';

export interface TimelineEvent {
  readonly title: string;
  /** A year, a month or a day. */
  readonly when: string;
  readonly topic: string;
  readonly certainty: Certainty;
}

export interface TimelineWords {
  /** What each topic is called, in the order of the bands. */
  readonly topics: ReadonlyMap<string, string>;
  readonly certainties: ReadonlyMap<Certainty, string>;
  readonly today: string;
  readonly label: string;
}

interface Placed {
  readonly event: TimelineEvent;
  readonly x: number;
  /** From where to where the stop and its words reach. */
  readonly from: number;
  readonly to: number;
  readonly isLeft: boolean;
}

const width = 1120;
const plotLeft = 176;
const labelWidth = 176;
const monthsBack = 5;

/** A band for each topic with its events in time, wide with their names and narrow with how many. */
export function drawTimeline(
  events: readonly TimelineEvent[],
  today: string,
  words: TimelineWords,
): readonly string[] {
  const first = monthsAfter(today, -monthsBack);
  const shown = events.filter(({ when }) => whenOf(when) >= whenOf(first));
  const last = `${Math.max(...shown.map(({ when }) => Number(when.slice(0, 4))), Number(today.slice(0, 4)) + 1)}-12-31`;
  return [wide(shown, { first, today, last }, words), narrow(shown, { first, today, last }, words)];
}

interface Span {
  readonly first: string;
  readonly today: string;
  readonly last: string;
}

function wide(events: readonly TimelineEvent[], span: Span, words: TimelineWords): string {
  const sheet = new Sheet();
  const scale = timeScale(span, plotLeft, width - 16);
  let y = 34;
  for (const [topic, label] of words.topics) {
    const own = events.filter((event) => event.topic === topic);
    if (own.length === 0) continue;
    const rows = pack(own.map((event) => placed(event, scale)));
    const heights = rows.map(
      (row) => Math.max(...row.map(({ event }) => nameHeight(event)), 17) + 9,
    );
    const height = heights.reduce((sum, each) => sum + each, 0) + 13;
    sheet.ground(0, y, width, height);
    sheet.text(16, y + 25, label, { style: 'head', width: plotLeft - 40 });
    let rowY = y + 21;
    rows.forEach((row, index) => {
      for (const each of row) drawEvent(sheet, each, rowY);
      rowY += heights[index] ?? 0;
    });
    y += height + 5;
  }
  drawAxis(sheet, scale, span, y, words);
  return sheet.svg(width, drawLegend(sheet, words, y + 24, 210, 4), 'wide', words.label);
}

function nameHeight({ title }: TimelineEvent): number {
  return textHeight(title, 'small', labelWidth);
}

function placed(event: TimelineEvent, scale: Scale): Placed {
  const x = scale(whenOf(event.when));
  const wide = Math.min(labelWidth, widthOf(event.title, 'small'));
  const isLeft = x + 12 + wide > width - 12;
  return isLeft
    ? { event, x, from: x - 14 - wide, to: x + 10, isLeft }
    : { event, x, from: x - 10, to: x + 14 + wide, isLeft };
}

/** Each into the first row where it has room. */
function pack(all: readonly Placed[]): readonly (readonly Placed[])[] {
  const rows: Placed[][] = [];
  for (const each of all.toSorted((a, b) => a.x - b.x)) {
    const row = rows.find((others) =>
      others.every(({ from, to }) => each.from >= to || each.to <= from),
    );
    if (row) row.push(each);
    else rows.push([each]);
  }
  return rows;
}

function drawEvent(sheet: Sheet, { event, x, isLeft }: Placed, y: number): void {
  sheet.certain({ x, y }, event.certainty);
  sheet.text(isLeft ? x - 12 : x + 12, y + 4.5, event.title, {
    style: 'name',
    width: labelWidth,
    anchor: isLeft ? 'end' : 'start',
  });
}

/** Years as thin lines, the day of today as a dashed one. */
function drawAxis(
  sheet: Sheet,
  scale: Scale,
  { first, today, last }: Span,
  bottom: number,
  words: TimelineWords,
): void {
  const now = scale(whenOf(today));
  for (let year = Number(first.slice(0, 4)) + 1; year <= Number(last.slice(0, 4)); year += 1) {
    const x = scale(whenOf(`${year}-01-01`));
    sheet.line({ x, y: 26 }, { x, y: bottom - 5 }, 'faint');
    sheet.text(x + 5, 20, String(year), { style: 'head' });
  }
  sheet.line({ x: now, y: 10 }, { x: now, y: bottom - 5 }, 'now');
  sheet.text(now - 8, 20, words.today, { style: 'head', anchor: 'end' });
}

/** What the marks mean. @returns Where the picture ends. */
function drawLegend(
  sheet: Sheet,
  words: TimelineWords,
  top: number,
  column: number,
  columns: number,
): number {
  [...words.certainties].forEach(([certainty, word], index) => {
    const x = 14 + (index % columns) * column;
    const y = top + Math.floor(index / columns) * 24;
    sheet.certain({ x, y }, certainty);
    sheet.text(x + 14, y + 5, word, { style: 'soft' });
  });
  return top + Math.ceil(words.certainties.size / columns) * 24 - 8;
}

const narrowWidth = 288;

function narrow(events: readonly TimelineEvent[], span: Span, words: TimelineWords): string {
  const sheet = new Sheet();
  const scale = timeScale(span, 12, narrowWidth - 14);
  let y = 46;
  for (const [topic, label] of words.topics) {
    const own = events.filter((event) => event.topic === topic);
    if (own.length === 0) continue;
    sheet.ground(0, y - 16, narrowWidth, 46);
    sheet.text(10, y, label, { style: 'small' });
    const groups = gather(own, scale);
    for (const { x, list } of groups) {
      const [only] = list;
      if (list.length > 1) sheet.count({ x, y: y + 15 }, list.length);
      else if (only) sheet.certain({ x, y: y + 15 }, only.certainty);
    }
    y += 50;
  }
  const now = scale(whenOf(span.today));
  sheet.line({ x: now, y: 22 }, { x: now, y: y - 20 }, 'now');
  sheet.text(now + 6, 14, words.today, { style: 'head', anchor: 'end' });
  for (const year of [0, 1, 2].map((each) => Number(span.today.slice(0, 4)) + 1 + each * 2)) {
    const x = scale(whenOf(`${year}-01-01`));
    if (x < narrowWidth - 30) sheet.text(x + 2, 14, String(year), { style: 'head' });
  }
  return sheet.svg(narrowWidth, drawLegend(sheet, words, y, 166, 2), 'narrow', words.label);
}

/** Events that stand too close to be told apart become one mark. */
function gather(
  events: readonly TimelineEvent[],
  scale: Scale,
): readonly { x: number; list: TimelineEvent[] }[] {
  const groups: { x: number; list: TimelineEvent[] }[] = [];
  for (const event of events.toSorted((a, b) => whenOf(a.when) - whenOf(b.when))) {
    const x = scale(whenOf(event.when));
    const group = groups.at(-1);
    if (group && x - group.x < 19) group.list.push(event);
    else groups.push({ x, list: [event] });
  }
  return groups;
}
