import { drawRail } from './rail.ts';
import type { Lanes } from './schemas.ts';
import { type Point, Sheet, textHeight } from './sheet.ts';

const width = 720;
const left = 18;
const lineAt = 52;
const textAt = lineAt + 32;

/** A band for each party, and the path that goes between them. */
export function drawLanes(diagram: Lanes, label: string): readonly string[] {
  return [wide(diagram, label), narrow(diagram, label)];
}

function wide({ lanes, steps }: Lanes, label: string): string {
  const sheet = new Sheet();
  const column = (width - left) / steps.length;
  const place = (id: string) => lanes.findIndex((lane) => lane.id === id);
  // A path that goes up, or ends, leaves the room under it to the words.
  const room = steps.map(({ lane }, index) => {
    const next = steps[index + 1];
    const isUp = next && place(next.lane) < place(lane);
    return column - 30 + (isUp ? 40 : next ? 0 : 18);
  });
  let y = 0;
  const tops = new Map<string, number>();
  for (const lane of lanes) {
    const heights = steps.map((step, index) =>
      step.lane === lane.id ? textHeight(step.text, 'soft', room[index]) : 0,
    );
    const words = Math.max(...heights);
    const height = textAt + words - 4;
    tops.set(lane.id, y);
    sheet.ground(0, y, width, height);
    sheet.text(left, y + 27, lane.label, { style: 'head' });
    y += height + 6;
  }
  const places = steps.map(({ lane }, index) => ({
    x: left + 12 + index * column,
    y: (tops.get(lane) ?? 0) + lineAt,
  }));
  for (let i = 1; i < places.length; i += 1) {
    sheet.way(between(places[i - 1] as Point, places[i] as Point));
  }
  steps.forEach(({ text }, index) => {
    const stop = places[index] as Point;
    const isLast = index === steps.length - 1;
    sheet[isLast ? 'end' : 'stop'](stop, index + 1);
    sheet.text(stop.x - 12, stop.y + 32, text, { style: 'soft', width: room[index] ?? column });
  });
  return sheet.svg(width, y - 6, 'wide', label);
}

/** Along the band, then over to the other in the gutter before the next stop. */
function between(from: Point, to: Point): readonly Point[] {
  if (from.y === to.y) return [from, to];
  const gutter = to.x - 26;
  return [from, { x: gutter, y: from.y }, { x: gutter, y: to.y }, to];
}

function narrow({ lanes, steps }: Lanes, label: string): string {
  const rows = steps.map(({ lane, text }, index) => {
    const track = lanes.findIndex(({ id }) => id === lane);
    const isSame = steps[index - 1]?.lane === lane;
    const head = { text: lanes[track]?.label ?? '', style: 'head' as const };
    return {
      track,
      mark: index === steps.length - 1 ? ('end' as const) : ('stop' as const),
      number: index + 1,
      words: [...(isSame ? [] : [head]), { text, style: 'plain' as const }],
    };
  });
  return drawRail(rows, label, { tracks: lanes.length, hasGrounds: true });
}
