import { cleanText } from './clean-text.ts';
import type { PlanRow, PlanWords } from './plan-rows.ts';
import { layTimeline, radius, type Timeline } from './plan-timeline.ts';

const width = 1000;
const line = 26;
const colours = {
  ink: '#182a30',
  soft: '#475a61',
  way: '#1d4f6e',
  late: '#8a2a1b',
  done: '#14532d',
};

/**
 * The timeline as a picture file that stands alone: the line with its points, and below it what each
 * number means, in full. Colours are written out, for the file has no style sheet.
 *
 * @param monthOf A month in words: `2026-12-01` → `dec. 2026`.
 */
export function planPicture(
  rows: readonly PlanRow[],
  words: PlanWords,
  today: string,
  monthOf: (day: string) => string,
): string {
  const timeline = layTimeline(rows, today, width);
  const texts = rows.flatMap((row) => rowLines(row, words));
  const top = 90;
  const height = top + (timeline?.height ?? 0) + 20 + texts.length * line + 20;
  const parts = [
    `<rect width="${width}" height="${height}" fill="#fdfcf8"/>`,
    text(24, 40, words.title, 'font-size="26" font-weight="700"'),
    text(24, 68, words.summary, `fill="${colours.soft}"`),
    timeline
      ? `<g transform="translate(0 ${top})">${drawTimeline(timeline, words.today, monthOf)}</g>`
      : '',
    ...texts.map(({ words: each, isFirst, number }, at) => {
      const y = top + (timeline?.height ?? 0) + 40 + at * line;
      const own = isFirst ? text(24, y, `${number}.`, 'font-weight="700"') : '';
      return own + text(64, y, each, isFirst ? '' : `fill="${colours.soft}"`);
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Atkinson Hyperlegible Next, Segoe UI, sans-serif" font-size="17" fill="${colours.ink}"><title>${xml(words.title)}</title>${parts.join('')}</svg>\n`;
}

function drawTimeline(
  { dots, ticks, y, today }: Timeline,
  nowWord: string,
  monthOf: (day: string) => string,
): string {
  const way = `<path d="M8 ${y}H${width - 8}" stroke="${colours.way}" stroke-width="3" stroke-linecap="round"/>`;
  const now = `<path d="M${today} 16V${y}" stroke="${colours.soft}" stroke-width="2" stroke-dasharray="3 5"/>${text(Math.max(today, 40), 8, nowWord, `text-anchor="middle" font-size="15" fill="${colours.soft}"`)}`;
  const months = ticks.map(
    ({ x, day }) =>
      `<path d="M${x} ${y}v${radius + 5}" stroke="${colours.way}" stroke-width="2"/>${text(x, y + radius + 24, monthOf(day), `text-anchor="middle" font-size="15" fill="${colours.soft}"`)}`,
  );
  const points = dots.map(({ x, y: at, number, kind }) => {
    const colour = kind === 'late' ? colours.late : kind === 'done' ? colours.done : colours.way;
    const fill = kind === 'done' ? colour : '#fdfcf8';
    const shape =
      kind === 'late'
        ? `<rect x="${x - radius}" y="${at - radius}" width="${2 * radius}" height="${2 * radius}"`
        : `<circle cx="${x}" cy="${at}" r="${radius}"`;
    const own = `text-anchor="middle" font-size="13" font-weight="700" fill="${kind === 'done' ? '#fff' : colour}"`;
    return `${shape} fill="${fill}" stroke="${colour}" stroke-width="3"/>${text(x, at + 5, String(number), own)}`;
  });
  return [now, way, ...months, ...points].join('');
}

interface PictureLine {
  readonly number: number;
  readonly words: string;
  readonly isFirst: boolean;
}

/** What a number means: the text, then who, when, how far, and the note. Long lines are broken. */
function rowLines(row: PlanRow, words: PlanWords): readonly PictureLine[] {
  const about = [row.role, row.due || words.undated, row.status].filter(Boolean).join(' · ');
  const texts = [...wrap(row.text), about, ...(row.note ? wrap(row.note) : [])];
  return texts.map((each, at) => ({ number: row.number, words: each, isFirst: at === 0 }));
}

/** Lines of at most 105 characters. Nothing is left out. */
function wrap(given: string): readonly string[] {
  const lines: string[] = [];
  for (const part of cleanText(given).split('\n')) {
    let rest = [...part];
    while (rest.length > 105) {
      const space = rest.lastIndexOf(' ', 105);
      const at = space > 40 ? space : 105;
      lines.push(rest.slice(0, at).join(''));
      rest = rest.slice(space > 40 ? at + 1 : at);
    }
    lines.push(rest.join(''));
  }
  return lines;
}

function text(x: number, y: number, content: string, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${xml(content)}</text>`;
}

function xml(content: string): string {
  return cleanText(content).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
