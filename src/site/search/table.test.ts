import { describe, expect, test } from 'vitest';
import { chunksFor, packChunks, unpackChunks } from './chunks.ts';
import { recordNames, textFiles } from './meta.ts';
import { packTable, type TableRecord, unpackTable } from './table.ts';

const page: TableRecord = {
  address: 'federation/felsokning.html',
  kind: 'sida',
  area: 'Federation',
  title: 'Felsökning',
  headings: [
    { text: 'Så gör ni: steg för steg', id: 'sa-gor-ni-steg-for-steg', location: 12 },
    { text: 'Prov | test', id: 'amne-prov', location: 400 },
  ],
};
const records: readonly TableRecord[] = [
  page,
  { ...page, address: 'federation/felsokning.html#rad-a', kind: 'rad', title: 'A', headings: [] },
  { ...page, address: 'om.html', kind: 'sida', area: '', title: 'Om', headings: [] },
  { ...page, address: 'ordlista.html#moa', kind: 'ord', area: '', title: 'MOA', headings: [] },
  { ...page, address: 'laget.html', title: 'Läget', headings: [] },
];
const names = records.map((_record, at) => `sv_000000${at}`);

describe('the table of records', () => {
  test('survives packing, parts without their page and unusual anchors too', () => {
    const table = unpackTable(packTable(records), names);
    const [first, ...others] = names.map((name) => table.find(name));
    expect(first).toEqual({
      ...page,
      headings: [page.headings[0], { ...page.headings[1], text: 'Prov test' }],
    });
    expect(others).toEqual(records.slice(1));
    expect(table.size).toBe(records.length);
    expect(table.pageTitle('federation/felsokning.html#rad-a')).toBe('Felsökning');
    expect(table.pageTitle('nowhere.html')).toBe('');
    expect(table.find('sv_fffffff')).toBeUndefined();
  });

  test("names and text files are read from the engine's list", () => {
    const meta = Buffer.from('\x86jsv_41ba5d7\x19psv_group_f6552eajsv_cee7292psv_group_f6552ea');
    expect(recordNames(meta)).toEqual(['sv_41ba5d7', 'sv_cee7292']);
    expect(textFiles(meta)).toEqual(['fragment/sv_group_f6552ea.pf_fragment']);
  });
});

describe('the files of the index', () => {
  const chunks = unpackChunks(
    packChunks([
      { from: '0', name: 'one' },
      { from: 'ats', name: 'two' },
      { from: 'fede', name: 'three' },
    ]),
  );

  test.each([
    ['federation', ['three']],
    ['fed', ['two', 'three']],
    ['ATKOMST till avtal', ['three', 'one', 'two']],
    ['a', []],
    ['', []],
    ['🙂 <b>', []],
  ])('of %j are known before the engine', (text, expected) =>
    expect(chunksFor(text, chunks).sort()).toEqual([...expected].sort()),
  );
});
