import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { scanHtml } from '../../src/site/finish/scan-html.ts';
import { useBrowser } from './browser.ts';
import { read } from './built-pages.ts';
import { openChromium } from './disk/chromium.ts';
import { isOnDisk, until } from './disk/disk-browser.ts';
import { answerGuide, makeRecord } from './disk/scenario.ts';
import { wizards } from './guide.ts';

useBrowser();

const folder = mkdtempSync(join(tmpdir(), 'en guide åäö #1 '));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(wizards)('$id as one file', (guide) => {
  const html = read(`ladda-ner/guider/${guide.id}.html`);

  test('weighs at most 350 kB without what makes documents, 450 with it, asks for nothing and says how old it is', () => {
    const packed = /<script type="application\/gzip" data-packed="\w+">[^<]*<\/script>/g;
    expect(html.match(packed)).toHaveLength(2);
    expect(Buffer.byteLength(html.replaceAll(packed, ''))).toBeLessThanOrEqual(350_000);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(450_000);
    const { attributes, inlineScripts } = scanHtml(html);
    const fetched = attributes.filter(
      ({ tag, name, value }) =>
        ['src', 'srcset', 'data-script', 'data-style'].includes(name) ||
        (tag === 'link' && name === 'href' && !/^(data:|https:)/.test(value)),
    );
    expect(fetched).toEqual([]);
    const links = attributes.filter(({ tag, name }) => tag === 'a' && name === 'href');
    expect(links.filter(({ value }) => !/^(https?:\/\/|#|mailto:)/.test(value))).toEqual([]);
    expect(
      html.match(/default-src 'none'; script-src( 'sha256-[^']+')+; style-src/),
    ).not.toBeNull();
    expect(html).not.toContain("'self'");
    expect(inlineScripts.length).toBeGreaterThanOrEqual(4);
    expect(html).toMatch(/<aside class="saved-copy"[^>]*>Sparad /);
  });

  test('leads to a result from disk, keeps it over a reload, and leaves the disk never', async () => {
    const persona = guide.personas.toSorted((a, b) => b.advice.length - a.advice.length)[0];
    const file = join(folder, `${guide.id}.html`);
    writeFileSync(file, html);
    const browser = await openChromium();
    await browser.goto(pathToFileURL(file).href);
    await until(browser, "document.querySelector('[data-guide][data-ready]')");
    await answerGuide(browser, guide, persona?.answers ?? {});
    const shown = () => browser.run<string>("document.querySelector('.result').textContent");
    const result = await shown();
    const addresses = await browser.run<string[]>(
      "[...document.querySelectorAll('.result a')].map(({ href }) => href)",
    );
    expect(addresses.filter((href) => isOnDisk(href) && !href.includes('#'))).toEqual([]);
    await browser.run('void setTimeout(() => location.reload())');
    await until(
      browser,
      "performance.getEntriesByType('navigation')[0]?.type === 'reload' && document.querySelector('.result')",
    );
    expect(await shown()).toBe(result);
    await makeRecord(browser);
    expect(await browser.faults()).toEqual([]);
    await browser.close();
  });
});
