import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagramFigure, diagramsFolder, drawDiagram, inWords, readDiagram } from './diagrams.ts';
import { drawFlow } from './flow.ts';
import { breakLines, textWidth } from './letters.ts';
import { monthsAfter, timeScale, whenOf } from './time-scale.ts';
import { drawTimeline } from './timeline.ts';

const ids = readdirSync(diagramsFolder).map((name) => basename(name, '.yaml'));

/** All strings of a picture that are shown, without its title and caption. */
function shownWords(value: unknown, key = ''): string[] {
  if (['draw', 'id', 'from', 'to', 'lane', 'part', 'caption', 'no'].includes(key)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => shownWords(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => shownWords(item, name));
}

const plain = (svg: string) =>
  svg
    .replace(/<text[^>]*>/g, ' ')
    .replace(/<tspan[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

describe.each(ids)('the picture %s', (id) => {
  const diagram = readDiagram(id);
  const { title: _title, ...rest } = diagram;
  const words = shownWords(rest);

  test('shows all its words wide', () => {
    const [wide = ''] = drawDiagram(diagram, 'Bild');
    for (const each of words) expect(plain(wide)).toContain(each);
  });

  test('says all its words beside the picture too', () => {
    const said = inWords(diagram).join(' ');
    for (const each of words) expect(said).toContain(each);
  });

  test('is two drawings with a name, a caption and its words, and no style attribute', () => {
    const figure = diagramFigure(id);
    expect(figure.match(/<svg [^>]*role="img" aria-label="Bild: [^"]+"/g)).toHaveLength(2);
    expect(figure).toContain('<figcaption>');
    expect(figure).toMatch(/<details><summary>[^<]+<\/summary><ol><li>/);
    expect(figure).not.toMatch(/style=|NaN|undefined| id="/);
  });

  test('stands on a page', () => {
    const docs = 'src/content/docs';
    const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    expect(
      pages.some((name) => readFileSync(join(docs, name), 'utf8').includes(`[bild: ${id}]`)),
    ).toBe(true);
  });
});

describe('faults of authors', () => {
  test('a line to a box that does not exist names both ends', () => {
    const flow = {
      draw: 'flow' as const,
      title: 'T',
      caption: 'C',
      nodes: [{ id: 'a', title: 'A', part: 'source' as const }],
      edges: [{ from: 'a', to: 'b' }],
    };
    expect(() => drawFlow(flow, '')).toThrow('"a" to "b"');
  });

  test('a picture that does not exist names its file', () => {
    expect(() => readDiagram('finns-inte')).toThrow('finns-inte.yaml');
  });
});

describe('lines of text', () => {
  test('are no wider than they may be and about as long as each other', () => {
    const lines = breakLines('Läromedlet läser intyget och öppnar rätt sida nu', 120, 14);
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(120);
    expect(lines.at(-1)?.split(' ').length).toBeGreaterThan(1);
  });

  test('a word that is too wide stands alone', () => {
    expect(breakLines('en personuppgiftsbiträdesavtalsmall till', 60, 14)).toContain(
      'personuppgiftsbiträdesavtalsmall',
    );
  });
});

describe('the timeline', () => {
  const today = '2026-11-23';

  test('time goes to the right and stays inside', () => {
    const scale = timeScale({ first: '2026-06-23', today, last: '2031-12-31' }, 100, 1000);
    const moments = ['2026-07', '2026-11-23', '2027-01-01', '2028', '2029', '2031-12-31'].map(
      (when) => scale(whenOf(when)),
    );
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(Math.min(...moments)).toBeGreaterThanOrEqual(100);
    expect(Math.max(...moments)).toBeLessThanOrEqual(1000);
    expect(monthsAfter(today, -6)).toBe('2026-05-23');
  });

  test('shows what is near and coming, and leaves out what is long past', () => {
    const event = (title: string, when: string) =>
      ({ title, when, topic: 'prov', certainty: 'plan' }) as const;
    const [wide = '', narrow = ''] = drawTimeline(
      [event('Länge sedan', '2024-01-01'), event('Nyss', '2026-10-01'), event('Sedan', '2029')],
      today,
      {
        topics: new Map([
          ['prov', 'Prov'],
          ['tom', 'Tom'],
        ]),
        certainties: new Map([['plan', 'Planerad']]),
        today: 'I dag',
        label: 'Tidslinje',
      },
    );
    expect(plain(wide)).toMatch(/Prov.*Nyss.*Sedan.*2029.*I dag.*Planerad/);
    expect(plain(wide)).not.toMatch(/Länge sedan|Tom/);
    expect(plain(narrow)).toMatch(/Prov.*I dag/);
  });
});
