import { drawRail, type RailRow } from './rail.ts';
import type { Stairs } from './schemas.ts';
import { type Point, Sheet, textHeight, widthOf } from './sheet.ts';

const width = 720;
const rise = 30;
const doorsWidth = 150;

/** Doors that meet in one way in, and a stair that the path climbs. */
export function drawStairs(diagram: Stairs, label: string): readonly string[] {
  return [wide(diagram, label), narrow(diagram, label)];
}

function wide({ doors, way, stairs, back }: Stairs, label: string): string {
  const sheet = new Sheet();
  const step = (width - doorsWidth) / stairs.length;
  const inside = step - 26;
  const tops = stairs.map((_, index) => 16 + (stairs.length - 1 - index) * rise);
  const wordsHeight = ({ title, who, text }: Stairs['stairs'][number]) =>
    textHeight(title, 'bold', inside) +
    textHeight(who, 'soft', inside) +
    textHeight(text, 'soft', inside);
  const bottom = Math.max(
    ...stairs.map((each, index) => (tops[index] ?? 0) + wordsHeight(each) + 62),
  );
  const path: Point[] = [];
  stairs.forEach(({ title, who, text }, index) => {
    const x = doorsWidth + index * step;
    const top = tops[index] ?? 0;
    sheet.ground(x, top, step + (index < stairs.length - 1 ? 1 : 0), bottom - top, 0);
    path.push({ x: x + (index === 0 ? 0 : 2), y: top }, { x: x + step + 2, y: top });
    let y = sheet.text(x + 12, top + 38, title, { style: 'bold', width: inside });
    y = sheet.text(x + 12, y, who, { style: 'soft', width: inside });
    sheet.text(x + 12, y + 8, text, { style: 'soft', width: inside });
  });
  const entry = tops[0] ?? 0;
  const last = path.pop() as Point;
  sheet.way(
    [{ x: doorsWidth - 40, y: entry }, ...path, { x: last.x - step + 22, y: last.y }],
    'way',
    8,
  );
  drawDoors(sheet, doors, entry);
  sheet.text(4, entry - 34 * (doors.length / 2) - 4, way, { style: 'bold' });
  stairs.forEach((_, index) => {
    const place = { x: doorsWidth + index * step + 24, y: tops[index] ?? 0 };
    if (index === stairs.length - 1) sheet.end(place);
    else sheet.stop(place);
  });
  return finish(sheet, back, bottom, label);
}

function drawDoors(sheet: Sheet, doors: readonly string[], entry: number): void {
  const meeting = { x: doorsWidth - 30, y: entry };
  const widest = Math.max(...doors.map((door) => widthOf(door, 'plain')));
  doors.forEach((door, index) => {
    const y = entry + (index - (doors.length - 1) / 2) * 34;
    const from = { x: 12 + widest, y };
    const turn = meeting.x - 22;
    sheet.text(4, y + 5, door);
    sheet.way(
      y === entry
        ? [from, meeting]
        : [from, { x: turn, y }, meeting, { x: meeting.x + 24, y: entry }],
      'way',
      10,
    );
  });
}

function finish(sheet: Sheet, back: string, bottom: number, label: string): string {
  const y = bottom + 22;
  const words = widthOf(back, 'soft');
  sheet.way(
    [
      { x: width - 6, y },
      { x: doorsWidth + words + 4, y },
    ],
    'dashed',
  );
  sheet.way(
    [
      { x: doorsWidth + 4, y },
      { x: 16, y },
    ],
    'dashed',
  );
  sheet.arrow({ x: 12, y }, 'left');
  sheet.text(doorsWidth + 12, y + 5, back, { style: 'soft' });
  return sheet.svg(width, y + 14, 'wide', label);
}

function narrow({ doors, way, stairs, back }: Stairs, label: string): string {
  const rows: RailRow[] = [
    {
      track: 0,
      mark: 'stop',
      words: [
        { text: way, style: 'bold' },
        { text: doors.join(', '), style: 'soft' },
      ],
    },
    ...stairs.map(
      ({ title, who, text }, index): RailRow => ({
        track: index,
        mark: index === stairs.length - 1 ? 'end' : 'stop',
        words: [
          { text: title, style: 'bold' },
          { text: who, style: 'soft' },
          { text, style: 'soft' },
        ],
      }),
    ),
  ];
  const withBack = rows.map((row, index) =>
    index === rows.length - 1
      ? { ...row, words: [...row.words, { text: back, style: 'small' as const }] }
      : row,
  );
  return drawRail(withBack, label, { tracks: stairs.length });
}
