import { addDays } from './decision-record.ts';
import type { PlanRow } from './plan-rows.ts';

/** A point on the line: one action with a date. */
export interface Dot {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly kind: 'open' | 'late' | 'done';
}

/** A month on the line. */
export interface Tick {
  readonly x: number;
  /** The first of the month, `2026-12-01`. */
  readonly day: string;
}

export interface Timeline {
  readonly width: number;
  readonly height: number;
  /** Where the line runs. */
  readonly y: number;
  readonly today: number;
  readonly dots: readonly Dot[];
  readonly ticks: readonly Tick[];
}

export const radius = 13;
const edge = 24;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/**
 * The plan along a line of time: one numbered point an action, those of the same days above each
 * other. `null` when nothing has a date.
 *
 * @param today `2026-11-23`.
 * @param width In pixels, so that text keeps its size on a phone.
 */
export function layTimeline(
  rows: readonly PlanRow[],
  today: string,
  width: number,
): Timeline | null {
  const dated = rows.filter(({ due }) => due !== '').toSorted((a, b) => a.number - b.number);
  if (dated.length === 0) return null;
  const days = [today, ...dated.map(({ due }) => due)].sort();
  const first = days[0] ?? today;
  // Never so short that a few days fill the picture.
  const span = Math.max(daysBetween(first, days.at(-1) ?? today), 60);
  const place = (day: string) =>
    Math.round(edge + (daysBetween(first, day) / span) * (width - 2 * edge));
  const placed = stack(dated.map((row) => ({ row, x: place(row.due) })));
  const levels = Math.max(...placed.map(({ level }) => level));
  const y = 34 + levels * (2 * radius + 4) + radius;
  const dots = placed.map(({ row, x, level }): Dot => {
    const kind = row.isDone ? 'done' : row.isLate ? 'late' : 'open';
    return { number: row.number, x, y: y - level * (2 * radius + 4), kind };
  });
  const ticks = monthsIn(first, addDays(first, span), width).map((day) => ({ day, x: place(day) }));
  return { width, height: y + radius + 30, y, today: place(today), dots, ticks };
}

interface Placed {
  readonly row: PlanRow;
  readonly x: number;
  readonly level: number;
}

/** Gives each point the lowest level where it covers no other. */
function stack(points: readonly { readonly row: PlanRow; readonly x: number }[]): Placed[] {
  const placed: Placed[] = [];
  for (const { row, x } of points) {
    const near = placed.filter((other) => Math.abs(other.x - x) < 2 * radius + 3);
    let level = 0;
    while (near.some((other) => other.level === level)) level += 1;
    placed.push({ row, x, level });
  }
  return placed;
}

/** First days of months, so far apart that their names have room. */
function monthsIn(from: string, to: string, width: number): readonly string[] {
  const perMonth = ((width - 2 * edge) / Math.max(daysBetween(from, to), 1)) * 30;
  const years = 12 * Math.ceil(72 / (12 * perMonth));
  const every = [1, 2, 3, 6].find((step) => step * perMonth >= 72) ?? years;
  const months: string[] = [];
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const start = Math.ceil((monthOf(from) + 1) / every) * every;
  for (let month = start; month <= monthOf(to); month += every) {
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    months.push(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
  }
  return months;
}
