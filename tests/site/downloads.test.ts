import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nameFaults } from '../../src/site/offline/archive.ts';
import { sizeText } from '../../src/site/offline/figures.ts';
import { dist, files, pageFiles, read } from './built-pages.ts';
import { archiveContents, archiveFile } from './disk/unpacked.ts';

const page = read('ladda-ner.html');
const downloads = files.filter((file) => file.startsWith('ladda-ner/'));
const contents = archiveContents();
const names = Object.keys(contents);
const text = (name: string) => Buffer.from(contents[name] ?? []).toString('utf8');
const top = names[0]?.split('/')[0] ?? '';

describe('the download page', () => {
  test.each(downloads)('says the true size and hash of %s', (file) => {
    const bytes = readFileSync(join(dist, file));
    expect(page).toContain(createHash('sha256').update(bytes).digest('hex'));
    expect(page).toContain(sizeText(bytes.length));
    expect(page).toContain(`href="${file}" download`);
  });

  test('has no figure left out', () => {
    expect(page).not.toMatch(/[⟦⟧]/);
    expect(text(`${top}/ladda-ner.html`)).not.toMatch(/[⟦⟧]/);
  });
});

describe('the archive', () => {
  test('has one folder at the top, with where to begin and what to read first', () => {
    expect(names.filter((name) => !name.startsWith('skoldigistod-'))).toEqual([]);
    expect(new Set(names.map((name) => name.split('/')[0])).size).toBe(1);
    expect(names).toContain(`${top}/index.html`);
    const readMe = text(`${top}/LÄS MIG FÖRST.txt`);
    expect(readMe).toMatch(/^\ufeffSKOLDIGISTÖD/);
    expect(readMe).not.toMatch(/\{\w+\}|[^\r]\n/);
  });

  test('has names that every system can unpack, short enough for old Windows', () => {
    expect(nameFaults(names)).toEqual([]);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(120);
  });

  test('holds every page of the site but the one that only a server shows', () => {
    const packed = names.map((name) => name.slice(top.length + 1));
    expect(pageFiles.filter((file) => !packed.includes(file))).toEqual(['404.html']);
    expect(packed.filter((name) => /^(sw\.js|offline\.json|ladda-ner\/)/.test(name))).toEqual([]);
  });

  test.each(names.filter((name) => name.endsWith('.html')))(
    '%s says how old it is, explains itself unstyled, and else is the published page',
    (name) => {
      const copy = text(name);
      expect(copy).toMatch(
        /<aside class="saved-copy"[^>]*>Sparad \d+ \S+ \d{4}\. Kontrollera <a href="https:/,
      );
      expect(copy).toContain('<p class="not-unpacked">');
      if (name.endsWith('/ladda-ner.html')) return;
      const back = copy.replace(
        /<p class="not-unpacked">.*?<\/p>|<aside class="saved-copy".*?<\/aside>/g,
        '',
      );
      const published = read(name.slice(top.length + 1)).replace(/<link rel="preload"[^>]*>/, '');
      expect(back).toBe(published);
    },
  );

  test('carries the licences of what is in it', () => {
    for (const name of [
      'LICENSE.txt',
      'LICENSE-texts.txt',
      'LICENSE-font.txt',
      'LICENSE-others.txt',
    ])
      expect(text(`${top}/${name}`).length).toBeGreaterThan(500);
    expect(text(`${top}/LICENSE-others.txt`)).toMatch(/preact [\d.]+[\s\S]*MIT/);
  });

  test('is dated by the day it was made and by nothing else', () => {
    const bytes = readFileSync(join(dist, archiveFile));
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const stamps = new Set<number>();
    for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1))
      stamps.add(view.getUint32(at + 12, true));
    expect(stamps.size).toBe(1);
  });
});

describe('what the browser may save', () => {
  const list = JSON.parse(read('offline.json')) as {
    version: string;
    bytes: number;
    files: [string, string, number][];
  };

  test('is every page and file of the site, with its true hash and size', () => {
    for (const [file, sha256, size] of list.files) {
      const bytes = readFileSync(join(dist, file));
      expect([file, bytes.length]).toEqual([file, size]);
      expect([file, createHash('sha256').update(bytes).digest('hex')]).toEqual([file, sha256]);
    }
    const listed = list.files.map(([file]) => file);
    expect(pageFiles.filter((file) => !listed.includes(file))).toEqual([]);
    expect(list.bytes).toBe(list.files.reduce((sum, [, , size]) => sum + size, 0));
  });

  test('has a manifest whose icons are there and as large as it says', () => {
    const manifest = JSON.parse(read('manifest.webmanifest')) as {
      icons: { src: string; sizes: string }[];
    };
    for (const { src, sizes } of manifest.icons) {
      const png = readFileSync(join(dist, src));
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(
      expect.arrayContaining(['192x192', '512x512']),
    );
  });
});
