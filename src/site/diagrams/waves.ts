import { drawRail } from './rail.ts';
import type { Waves } from './schemas.ts';
import { n, type Point, Sheet, textHeight } from './sheet.ts';

const width = 720;
const middle = 62;
const open = 34;

/** Steps on a way that opens where one gathers and closes where one chooses, with a way back. */
export function drawWaves(diagram: Waves, label: string): readonly string[] {
  return [wide(diagram, label), narrow(diagram, label)];
}

function wide({ steps, back }: Waves, label: string): string {
  const sheet = new Sheet();
  const column = width / steps.length;
  const inside = column - 14;
  const places = steps.map((_, index) => ({ x: column * (index + 0.5), y: middle }));
  const top = middle + open + 34;
  let bottom = top;
  steps.forEach(({ title, text }, index) => {
    const { x } = places[index] as Point;
    const next = sheet.text(x, top, title, { style: 'bold', anchor: 'middle', width: inside });
    sheet.text(x, next, text, { style: 'soft', anchor: 'middle', width: inside });
    bottom = Math.max(bottom, next + textHeight(text, 'soft', inside));
  });
  steps.forEach(({ opens }, index) => {
    const [before, here, after] = [places[index - 1], places[index], places[index + 1]];
    if (!opens || !before || !here || !after) return;
    for (const side of [-1, -0.5, 0.5, 1])
      sheet.path(lens(before, here, after, side * open), Math.abs(side) === 1 ? 'way' : 'soft-way');
  });
  sheet.way([places[0] as Point, places.at(-1) as Point]);
  steps.forEach((_, index) => {
    const place = places[index] as Point;
    if (index === steps.length - 1) sheet.end(place, index + 1);
    else sheet.stop(place, index + 1);
  });
  return finish(sheet, back, places, bottom, label);
}

/** From one point through another, off the line by so much, to a third. */
function lens(before: Point, here: Point, after: Point, off: number): string {
  const y = here.y + off;
  const half = (here.x - before.x) / 2;
  return `M${n(before.x)} ${n(before.y)}C${n(before.x + half)} ${n(before.y)} ${n(here.x - half)} ${n(y)} ${n(here.x)} ${n(y)}S${n(after.x - half)} ${n(after.y)} ${n(after.x)} ${n(after.y)}`;
}

function finish(
  sheet: Sheet,
  back: Waves['back'],
  places: readonly Point[],
  bottom: number,
  label: string,
): string {
  const from = places[back.from - 1] as Point;
  const to = places[back.to - 1] as Point;
  const y = bottom + 14;
  sheet.way(
    [
      { x: from.x, y: bottom - 6 },
      { x: from.x, y },
      { x: to.x, y },
      { x: to.x, y: bottom - 2 },
    ],
    'dashed',
  );
  sheet.arrow({ x: to.x, y: bottom - 6 }, 'up');
  sheet.text((from.x + to.x) / 2, y + 20, back.text, { style: 'soft', anchor: 'middle' });
  return sheet.svg(width, y + 28, 'wide', label);
}

function narrow({ steps, back }: Waves, label: string): string {
  const rows = steps.map(({ title, text, opens }, index) => {
    const isLast = index === steps.length - 1;
    return {
      track: 0.5,
      opens,
      mark: isLast ? ('end' as const) : ('stop' as const),
      number: index + 1,
      words: [
        { text: title, style: 'bold' as const },
        { text, style: 'soft' as const },
        ...(index === back.from - 1 ? [{ text: back.text, style: 'small' as const }] : []),
      ],
    };
  });
  return drawRail(rows, label, { tracks: 2 });
}
