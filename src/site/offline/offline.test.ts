import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { archive, nameFaults } from './archive.ts';
import { replaceIn } from './edit-html.ts';
import { figureMark, figuresOf, fillFigures, sizeText } from './figures.ts';
import { folderPage } from './folder-copy.ts';

describe('archive', () => {
  const files = new Map([
    ['mapp/å.txt', Buffer.from('å')],
    ['mapp/a.txt', Buffer.from('a'.repeat(1000))],
  ]);

  test('holds the files, and its bytes do not follow the order they came in or the time zone', () => {
    const first = archive(files, '2026-11-23');
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    const second = archive(new Map([...files].reverse()), '2026-11-23');
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(Buffer.compare(first, second)).toBe(0);
    expect(Object.keys(unzipSync(first)).sort()).toEqual(['mapp/a.txt', 'mapp/å.txt']);
  });

  test.each([
    ['../ut.txt'],
    ['/rot.txt'],
    ['C:/x.txt'],
    ['a/con.html'],
    ['a/LPT1'],
    ['a\\b.txt'],
    ['a/fråga?.html'],
    ['a/punkt./x'],
    ['a//b'],
    [`${'x'.repeat(151)}`],
  ])('refuses the name %s', (name) => {
    expect(nameFaults([name])).not.toEqual([]);
    expect(() => archive(new Map([[name, Buffer.from('')]]), '2026-11-23')).toThrow();
  });

  test('refuses two names that are one on Windows and macOS', () => {
    expect(nameFaults(['a/Om.html', 'a/om.html'])).toHaveLength(1);
    expect(nameFaults(['a/\u00e5', 'a/a\u030a'])).toHaveLength(1);
    expect(nameFaults(['a/om.html', 'b/om.html', 'LÄS MIG FÖRST.txt'])).toEqual([]);
  });
});

describe('replaceIn', () => {
  const page = { file: 'om.html', html: '<p>a</p><p>b</p>' };

  test('stops with page and place when a place is missing or there too often', () => {
    const change =
      (times: number | 'some', pattern = /<p>/g) =>
      () =>
        replaceIn(page, { name: 'a paragraph', pattern, times }, () => '');
    expect(change(1)).toThrow(/om\.html: a paragraph stands there 2 times, not 1/);
    expect(change('some', /<h1>/g)).toThrow(/0 times/);
    expect(change(2)()).toBe('a</p>b</p>');
  });
});

describe('fillFigures', () => {
  const figures = new Map([['mapp', figuresOf(Buffer.from('x'.repeat(1_234_567)))]]);
  const html = `${figureMark('size', 'mapp')} ${figureMark('sha256', 'mapp')}`;

  test('writes true sizes and hashes, and in a copy that they stand on the site', () => {
    expect(fillFigures({ file: 'p', html }, figures)).toMatch(/^1,2\u00a0MB [0-9a-f]{64}$/);
    expect(fillFigures({ file: 'p', html }, null)).not.toMatch(/⟦|MB/);
  });

  test('stops when the page is silent about a file or speaks of another', () => {
    expect(() => fillFigures({ file: 'p', html: '' }, figures)).toThrow(/mapp/);
    expect(() => fillFigures({ file: 'p', html: figureMark('size', 'x') }, figures)).toThrow(/x/);
  });

  test.each([
    [999, '1\u00a0kB'],
    [99_999, '100\u00a0kB'],
    [150_000, '0,2\u00a0MB'],
    [2_449_000, '2,4\u00a0MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });
});

describe('folderPage', () => {
  const options = { site: 'https://exempel.se/skola', day: '2026-11-23' };
  const html = '<link rel="preload" href="x"><div class="page">';

  test('says when it was saved and where the page of today is, also under a sub-path', () => {
    const copy = folderPage({ file: 'om/integritet.html', html }, options);
    expect(copy).toContain('Sparad 23 november 2026.');
    expect(copy).toContain('href="https://exempel.se/skola/om/integritet.html"');
    expect(copy).not.toContain('preload');
  });

  test('stops when the layout has no place for the notice', () => {
    expect(() => folderPage({ file: 'om.html', html: '<main>' }, options)).toThrow(/om\.html/);
  });
});
