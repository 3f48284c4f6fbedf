import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentData, readContentData } from './content-data.ts';

/** A folder with the given files and otherwise empty lists. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const name of ['sources', 'facts', 'glossary', 'news']) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries({ 'roles.yaml': '[]', ...files }))
    writeFileSync(join(folder, name), text);
  return folder;
}

const source =
  '- { id: a, title: En källa, publisher: Någon, url: https://a.se/, checked: 2026-11, kind: lag, read: original }';

describe('content data', () => {
  test('the project’s own is whole', () => {
    const { facts, sources, terms, roles } = contentData();
    expect(facts.size).toBeGreaterThan(30);
    expect(sources.size).toBeGreaterThan(100);
    expect(terms.size).toBeGreaterThan(70);
    expect(roles.size).toBeGreaterThan(10);
  });

  test('lists every fault at once, with file and line', () => {
    const folder = folderWith({
      'sources/a.yaml': `${source}\n${source}\n- { id: B, title: x }`,
      'facts/f.yaml':
        '- id: f\n  topic: prov\n  title: Uppgift\n  value: x\n  text: En hel mening här.\n  status: bekraftad\n  sources: [saknas]\n  checked: 2026-11-23\n  reviewBy: 2027-01-01\n  ask: Skolverket',
    });
    expect(() => readContentData(folder)).toThrow(
      /a\.yaml:2 id "a" is used twice[\s\S]*a\.yaml:3 id: use lower case[\s\S]*names source "saknas"/,
    );
  });

  test('says when a file is no list, or no YAML', () => {
    expect(() => readContentData(folderWith({ 'sources/a.yaml': 'id: a' }))).toThrow(
      /is not a list/,
    );
    expect(() => readContentData(folderWith({ 'sources/a.yaml': '- { id: a' }))).toThrow(
      /a\.yaml:/,
    );
  });
});
