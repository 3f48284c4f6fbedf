import { n, type Point, Sheet, type TextStyle, textHeight } from './sheet.ts';

/** One stop on a rail, with its words beside it. */
export interface RailRow {
  /** Which of the rails it stands on, from 0. */
  readonly track: number;
  readonly mark: 'stop' | 'end';
  readonly number?: number;
  /** Words from above, each in its style. */
  readonly words: readonly { readonly text: string; readonly style: TextStyle }[];
  /** Leaves the row before it, which goes on by itself, instead of following it. */
  readonly isBranch?: boolean;
  /** The path opens from the row before and closes to the row after. */
  readonly opens?: boolean;
}

interface RailOptions {
  /** How many rails stand beside each other. */
  readonly tracks: number;
  /** Rails with a ground, one for each party. */
  readonly hasGrounds?: boolean;
  /** Rows at the beginning that run together in the row after them. */
  readonly merges?: number;
}

const width = 288;
const between = 26;

/**
 * The form every picture takes on a telephone: a path from above, its stops with words to the right. 288 pixels wide,
 * so that it stands unscaled in the narrowest window.
 *
 * @returns An SVG.
 */
export function drawRail(rows: readonly RailRow[], label: string, options: RailOptions): string {
  const { tracks, hasGrounds = false, merges = 0 } = options;
  const sheet = new Sheet();
  const x = (track: number) => 14 + track * between;
  const textX = x(tracks - 1) + 24;
  const places: Point[] = [];
  let y = 18;
  for (const row of rows) {
    places.push({ x: x(row.track), y });
    let base = y + 5;
    for (const { text, style } of row.words) {
      sheet.text(textX, base, text, { style, width: width - textX });
      base += textHeight(text, style, width - textX);
    }
    y = Math.max(base + 21, y + 42);
  }
  const height = y - 24;
  if (hasGrounds) for (let t = 0; t < tracks; t += 1) sheet.ground(x(t) - 13, 0, 26, height, 13);
  drawLines(sheet, rows, places, merges);
  rows.forEach((row, index) => {
    sheet[row.mark](places[index] as Point, row.number);
  });
  return sheet.svg(width, height, 'narrow', label);
}

function drawLines(
  sheet: Sheet,
  rows: readonly RailRow[],
  places: readonly Point[],
  merges: number,
): void {
  let trunk: Point | undefined;
  places.forEach((place, index) => {
    const row = rows[index] as RailRow;
    const meeting = places[merges];
    if (index < merges && meeting) {
      const corner = { x: meeting.x, y: place.y };
      sheet.way(place.x === meeting.x ? [place, meeting] : [place, corner, meeting]);
      return;
    }
    const after = places[index + 1];
    if (row.opens && trunk && after) drawOpening(sheet, trunk, place, after);
    if (trunk) sheet.way(lineTo(trunk, place));
    if (!row.isBranch) trunk = place;
  });
}

/** Lines beside the path, from the stop before to the stop after, furthest off at the stop. */
function drawOpening(sheet: Sheet, before: Point, here: Point, after: Point): void {
  const half = (here.y - before.y) / 2;
  const rest = (after.y - here.y) / 2;
  for (const off of [-21, -11, 11, 21]) {
    const x = n(here.x + off);
    const d = `M${n(before.x)} ${n(before.y)}C${n(before.x)} ${n(before.y + half)} ${x} ${n(here.y - half)} ${x} ${n(here.y)}S${n(after.x)} ${n(after.y - rest)} ${n(after.x)} ${n(after.y)}`;
    sheet.path(d, Math.abs(off) === 21 ? 'way' : 'soft-way');
  }
}

/** Down the rail and over to the other just above the stop. */
function lineTo(from: Point, to: Point): readonly Point[] {
  if (from.x === to.x) return [from, to];
  return to.x > from.x
    ? [from, { x: from.x, y: to.y }, to]
    : [from, { x: from.x, y: to.y - 22 }, { x: to.x, y: to.y - 22 }, to];
}
