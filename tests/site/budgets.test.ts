import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { scanHtml } from '../../src/site/finish/scan-html.ts';
import { dist, files, pageFiles, read } from './built-pages.ts';

/** Bytes, brotli at the highest level, as a host serves precompressed files. */
const brotli = (file: string) => brotliCompressSync(readFileSync(join(dist, file))).length;
const gzip = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
const kB = 1000;

interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly requests: number;
}

/** What a first visit fetches before anybody touches anything, fonts and images left out. */
function weigh(page: string): Weight {
  const used = scanHtml(read(page)).attributes.flatMap(({ tag, name, value }) => {
    const isAsset = (tag === 'link' && name === 'href') || (tag === 'script' && name === 'src');
    const file = posix.join(posix.dirname(page), value);
    return isAsset && files.includes(file) ? [file] : [];
  });
  const sum = (ending: string) =>
    used.filter((file) => file.endsWith(ending)).reduce((total, file) => total + brotli(file), 0);
  const requests = used.filter((file) => /\.(css|js)$/.test(file)).length + 1;
  return { html: brotli(page), css: sum('.css'), js: sum('.js'), requests };
}

/** Every page of guidance: its area's page, or a page in an area's folder under src/content/docs. */
const areas = readdirSync(join(dist, '../src/content/docs'));
const guidance = pageFiles.filter(
  (file) =>
    areas.includes(file.split('/')[0]?.replace('.html', '') ?? '') &&
    !file.endsWith('/skriv-ut.html'),
);
const guides = pageFiles.filter((file) => /^beslutsguider\/[^/]+\.html$/.test(file));
const maps = pageFiles.filter((file) => file.endsWith('/karta.html'));

describe('what pages weigh', () => {
  test.each(guidance)(
    '%s: at most 18 kB in all, 1.5 kB of script, 5 requests, 450 elements',
    (page) => {
      const { html, css, js, requests } = weigh(page);
      expect(html + css + js).toBeLessThanOrEqual(18 * kB);
      expect(js).toBeLessThanOrEqual(1.5 * kB);
      expect(requests).toBeLessThanOrEqual(5);
      expect(scanHtml(read(page)).elements).toBeLessThanOrEqual(450);
    },
  );

  test.each(guides)('%s: at most 34 kB for everything the question needs', (page) => {
    const { html, css, js } = weigh(page);
    expect(html + css + js).toBeLessThanOrEqual(34 * kB);
  });

  test.each(maps)('%s: the map weighs at most 34 kB', (page) => {
    const { html, css, js } = weigh(page);
    expect(html + css + js).toBeLessThanOrEqual(34 * kB);
  });

  test.each(guides)("%s: the guide's own data is at most 12 kB", (page) => {
    const data =
      read(page).match(/<script type="application\/json">([\s\S]*?)<\/script>/)?.[1] ?? '';
    expect(data.length).toBeGreaterThan(1000);
    expect(gzipSync(data, { level: 9 }).length).toBeLessThanOrEqual(12 * kB);
  });

  test('the island is at most 11 kB gzipped, and the search at most 2 kB before it is opened', () => {
    const script = (name: string) => files.find((file) => file.startsWith(`_s/${name}.`)) ?? '';
    expect(gzip(script('wizard'))).toBeLessThanOrEqual(11 * kB);
    expect(gzip(script('site'))).toBeLessThanOrEqual(2 * kB);
  });

  test('fonts weigh at most 40 kB together', () => {
    const fonts = files.filter((file) => file.endsWith('.woff2'));
    expect(
      fonts.reduce((sum, file) => sum + readFileSync(join(dist, file)).length, 0),
    ).toBeLessThanOrEqual(40 * kB);
  });

  test('a page lists its own area only, so that it does not grow with the site', () => {
    const html = read('federation/felsokning.html');
    expect(html).toContain('attribut-och-eppn.html');
    expect(html).not.toContain('e-legitimation/personal.html');
  });
});
