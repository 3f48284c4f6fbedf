import { execFileSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { planCsv, textOfCell } from './plan-csv.ts';
import { planIcs } from './plan-ics.ts';
import { planPicture } from './plan-picture.ts';
import type { PlanRow, PlanWords } from './plan-rows.ts';
import { layTimeline } from './plan-timeline.ts';

const words: PlanWords = {
  title: 'Min handlingsplan',
  number: 'Nr',
  text: 'Åtgärd',
  role: 'Ansvarig',
  due: 'Senast',
  status: 'Status',
  note: 'Anteckning',
  from: 'Beslut',
  done: 'Klar:',
  summary: '1 åtgärd',
  undated: 'Inget datum',
  today: 'I dag',
  page: '{page}',
};

/** Text as people and attackers write it. It comes out as the same text in every form. */
const texts = [
  "=cmd|' /C calc'!A0",
  '=1+1\nand a second line',
  '+46 8 123',
  '-minus',
  '@SUM(A1)',
  ' =1+1',
  '\t=1+1',
  "'=1+1",
  "''@x",
  "'plain apostrophe",
  '＝1+1',
  'semi;colon, comma, "quotes" and back\\slash',
  '<b>markup</b> &amp; <script>alert(1)</script>',
  'emoji 👩‍🏫🇸🇪 and e\u0301',
  'עברית \u202eright to left',
  'three\nlines\nof text',
  'BEGIN:VEVENT\nUID:x',
  '[å](javascript:alert(1))',
  'x'.repeat(100_000),
];

const row = (text: string, at: number): PlanRow => ({
  uid: `u${at}@skoldigistod`,
  number: at + 1,
  text,
  role: text.slice(0, 200),
  due: `2026-12-${String((at % 28) + 1).padStart(2, '0')}`,
  status: 'Pågår',
  isDone: false,
  isLate: false,
  note: text,
  from: 'Beslut',
  changed: '2026-11-24T08:00:00.000Z',
});
const rows = texts.map(row);

describe('the table', () => {
  const csv = planCsv(rows, words);
  const read = parse(csv, { bom: true, delimiter: ';', relax_column_count: false }) as string[][];

  test('begins with a byte order mark, and is read with semicolons by another library', () => {
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(read[0]).toEqual([
      'Nr',
      'Åtgärd',
      'Ansvarig',
      'Senast',
      'Status',
      'Beslut',
      'Anteckning',
    ]);
    expect(read).toHaveLength(texts.length + 1);
  });

  test('no cell begins as a formula does', () => {
    for (const cell of read.flat()) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t]/);
  });

  test('gives every text back', () => {
    expect(read.slice(1).map((cells) => textOfCell(cells[1] ?? ''))).toEqual(texts);
    expect(read.slice(1).map((cells) => textOfCell(cells[6] ?? ''))).toEqual(texts);
  });
});

describe('the calendar', () => {
  const calendarOf = (given: readonly PlanRow[]) =>
    new ICAL.Component(ICAL.parse(planIcs(given, words)));
  const eventsOf = (given: readonly PlanRow[]) =>
    calendarOf(given)
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));

  test('is read by another library: every text, every day, whole days', () => {
    const events = eventsOf(rows);
    expect(events.map(({ summary }) => summary)).toEqual(texts);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(rows.map(({ due }) => due));
    expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
    for (const [index, { description }] of events.entries())
      expect(description).toContain(`Anteckning: ${texts[index]}`);
  });

  test('keeps the id of an action and raises its sequence when it is changed', () => {
    const [before] = eventsOf([row('a', 0)]);
    const [after] = eventsOf([
      { ...row('a', 0), due: '', changed: '' },
      { ...row('b', 0), changed: '2026-11-24T08:00:02.000Z' },
    ]);
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test('names the zone before the events and stamps in universal time', () => {
    const text = planIcs(rows, words);
    expect(text.indexOf('X-WR-TIMEZONE:Europe/Stockholm')).toBeLessThan(
      text.indexOf('BEGIN:VEVENT'),
    );
    expect(text).toContain('DTSTAMP:20261124T080000Z');
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  test('leaves out what has no date', () => {
    expect(eventsOf([{ ...row('a', 0), due: '' }])).toEqual([]);
  });

  test('is the same bytes in every time zone', () => {
    const program = `import { planIcs } from './plan-ics.ts';
      process.stdout.write(planIcs(${JSON.stringify(rows.slice(0, 3))}, ${JSON.stringify(words)}));`;
    const run = (zone: string) =>
      execFileSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
        cwd: import.meta.dirname,
        env: { ...process.env, TZ: zone },
      }).toString();
    const expected = planIcs(rows.slice(0, 3), words);
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles'])
      expect(run(zone)).toBe(expected);
  });
});

describe('the timeline', () => {
  const dated = (due: string, at: number) => ({ ...row('t', at), due });

  test('gives every dated action a place inside the picture where it covers no other', () => {
    for (const width of [280, 720, 1000]) {
      const many = Array.from({ length: 60 }, (_, at) =>
        dated(
          `2026-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`,
          at,
        ),
      );
      const timeline = layTimeline([...many, dated('', 99)], '2026-11-24', width);
      if (!timeline) throw new Error('no timeline');
      expect(timeline.dots).toHaveLength(60);
      for (const [at, dot] of timeline.dots.entries()) {
        expect(dot.x).toBeGreaterThanOrEqual(13);
        expect(dot.x).toBeLessThanOrEqual(width - 13);
        expect(dot.y).toBeGreaterThanOrEqual(26);
        for (const other of timeline.dots.slice(at + 1))
          expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThan(26);
      }
    }
  });

  test('is nothing without dates, and stands a single day and ten thousand years', () => {
    expect(layTimeline([dated('', 0)], '2026-11-24', 720)).toBeNull();
    expect(layTimeline([dated('2026-11-24', 0)], '2026-11-24', 720)?.dots).toHaveLength(1);
    const long = layTimeline([dated('9999-12-31', 0)], '2026-11-24', 720);
    expect(long?.ticks.length).toBeLessThan(40);
  });

  test('as a file it has every text, and no markup of theirs', () => {
    const short = rows.slice(0, -1);
    const picture = planPicture(short, words, '2026-11-24', (day) => day);
    expect(picture).not.toContain('<script');
    expect(picture).not.toContain('<b>');
    const shown = [...picture.matchAll(/>([^<]*)<\/text>/g)].map(([, text = '']) =>
      text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))),
    );
    for (const { text } of short)
      for (const line of text.split('\n')) expect(shown).toContain(line);
  });
});
