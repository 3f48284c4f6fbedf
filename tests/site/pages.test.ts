import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/site/finish/content-security-policy.ts';
import { scanHtml } from '../../src/site/finish/scan-html.ts';
import { matches, readWordings } from '../../src/site/language/wordings.ts';
import { dist, files, pageFiles, read } from './built-pages.ts';

/** Those that hold wherever they stand: the others know the file a text comes from. */
const wordings = readWordings(join(dist, '..')).filter(({ id }) =>
  /^(prov-pausade|maste-ansluta|inte-krava|mobilforbud|troskel|vanligen|fel-har|klicka|ofardigt)/.test(
    id,
  ),
);
const pages = pageFiles.map((file) => ({ file, html: read(file), scan: scanHtml(read(file)) }));
const offline = read('offline.json');
const idsOf = new Map(pages.map(({ file, scan }) => [file, scan.ids]));

describe('every built page', () => {
  test('there are all areas, guides and fixed pages', () => {
    const expected = [
      'index',
      '404',
      'sok',
      'laget',
      'ordlista',
      'kallor',
      'vagledning',
      'beslutsguider',
      'om',
    ];
    expect(pageFiles).toEqual(expect.arrayContaining(expected.map((name) => `${name}.html`)));
    expect(pageFiles.length).toBeGreaterThanOrEqual(45);
  });

  test.each(pages)(
    '$file has one h1, a title of its own, a language and text',
    ({ html, scan }) => {
      expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
      expect(html).toMatch(/<html lang="sv"/);
      expect(html).toMatch(/<title>[^<]{8,}<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]{30,}"/);
      expect(scan.mainTextLength).toBeGreaterThan(80);
    },
  );

  test('no two pages have the same title', () => {
    const titles = pages.map(({ html }) => html.match(/<title>([^<]*)/)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(pages)(
    '$file has the exact policy of its inline scripts first of all',
    ({ html, scan }) => {
      const policy = contentSecurityPolicy(scan.inlineScripts, scan.inlineStyles);
      expect(html).toContain(
        `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}">`,
      );
      expect(policy).not.toContain('unsafe-inline');
      expect(scan.styleAttributes).toEqual([]);
      expect(html).not.toMatch(/\son[a-z]+="/);
    },
  );

  test.each(pages)(
    '$file names a card for its links, 1200 by 630, kept out of copies',
    ({ html }) => {
      const address = html.match(/<meta property="og:image" content="([^"]+)">/)?.[1] ?? '';
      const card = new URL(address).pathname.slice(1);
      const bytes = readFileSync(join(dist, card));
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(offline).not.toContain(card);
    },
  );

  test.each(pages)('$file has working links and anchors, all relative', ({ file, scan }) => {
    const dead: string[] = [];
    for (const { name, value, tag } of scan.attributes) {
      if (
        !['href', 'src', 'data-script', 'data-style'].includes(name) ||
        /^(https?:|mailto:|data:)/.test(value)
      )
        continue;
      if (file !== '404.html' && value.startsWith('/'))
        dead.push(`${tag} ${value} is not relative`);
      const [path = '', hash = ''] = value.split('#');
      const at = value.startsWith('/') ? '/' : posix.join('/', posix.dirname(file), '/');
      const target = path === '' ? file : posix.join(at, path.split('?')[0] ?? '').slice(1);
      if (!files.includes(target)) dead.push(`${tag} ${value} → ${target}`);
      // `#sida=…` and a guide's answers are read by a script.
      else if (
        hash !== '' &&
        !hash.includes('=') &&
        !idsOf.get(target)?.has(decodeURIComponent(hash))
      )
        dead.push(`no anchor ${value}`);
    }
    expect(dead).toEqual([]);
  });

  test.each(pages)(
    '$file shows no unfilled text, reference or English interface word',
    ({ html }) => {
      const main = html.slice(html.indexOf('<body'), html.indexOf('</body>'));
      const visible = main.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ');
      expect(visible).not.toMatch(/\[\[|\[källa|undefined|\[object|NaN|\bnull\b/);
      expect(visible).not.toMatch(/\{\w+\}/);
      expect(visible).not.toMatch(
        /\b(Skip to|On this page|Search|Next page|Table of contents|Note|Caution)\b/,
      );
      expect(visible).not.toMatch(/kommer snart|lorem ipsum|TODO/i);
    },
  );

  test.each(pages)('$file uses none of the wordings to avoid', ({ html }) => {
    const text = html.replace(/<[^>]+>/g, ' ');
    for (const wording of wordings) expect(matches(text, wording), wording.because).toEqual([]);
  });
});
