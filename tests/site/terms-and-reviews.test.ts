import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { newPage, origin, useBrowser, visit } from './browser.ts';
import { pageFiles, read } from './built-pages.ts';
import { type Unpacked, unpack } from './disk/unpacked.ts';
import { answerAll, openGuide, wizard } from './guide.ts';

useBrowser();

const text = 'federation/felsokning.html';
const guide = 'beslutsguider/federation-och-idp.html';
let copy: Unpacked;
beforeAll(() => {
  copy = unpack();
});
afterAll(() => copy.remove());

const words = (page: Page) => page.locator('[role=doc-glossref]');
const box = (page: Page) => page.locator('.term-box');

describe('words of the glossary', () => {
  test('are explained on the pages of guidance, each once, and lead to a word that is there', () => {
    const ids = new Set(
      [...read('ordlista.html').matchAll(/<div id="([^"]+)"/g)].map(([, id]) => id),
    );
    const pages = pageFiles.filter((file) => read(file).includes('class="prose"'));
    const bare = pages.filter((file) => !read(file).includes('doc-glossref'));
    expect(bare.length).toBeLessThan(pages.length / 10);
    for (const file of pages) {
      const found = [
        ...read(file).matchAll(/<a role="doc-glossref" href="[^"#]*ordlista\.html#([^"]+)"/g),
      ];
      const linked = found.map(([, id]) => id);
      expect(linked, file).toEqual([...new Set(linked)]);
      expect(
        linked.filter((id) => !ids.has(id)),
        file,
      ).toEqual([]);
    }
  });

  test.each([
    ['from the web', () => `${origin}/${text}`],
    ['from disk', () => copy.url(text)],
  ])('open beside the word, by keyboard and by press, %s', async (_from, addressOf) => {
    const address = addressOf();
    const { page, context, faults } = await newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(address);
    const first = words(page).first();
    await first.focus();
    await page.keyboard.press('Enter');
    await box(page).waitFor();
    expect(await box(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect((await box(page).innerText()).length).toBeGreaterThan(40);
    const place = await box(page).boundingBox();
    expect(place?.x).toBeGreaterThanOrEqual(0);
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(320);
    await page.keyboard.press('Escape');
    await expect.poll(() => box(page).isVisible()).toBe(false);
    expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);

    await words(page).nth(1).click();
    await box(page).waitFor();
    // The order of reading and of the Tab key is that of the page.
    expect(
      await words(page)
        .nth(1)
        .evaluate((word) => word.nextElementSibling?.className),
    ).toBe('term-box');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toContain(
      'ordlista.html#',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => box(page).isVisible()).toBe(false);
    expect(page.url().split('#')[0]).toBe(address);
    const ours = faults.filter((fault) => !fault.includes('file://'));
    expect(ours).toEqual([]);
    await context.close();
  });

  test('are plain links without JavaScript, and when the explanations cannot be had', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/${text}`);
      await words(page).first().click();
      expect(page.url()).toMatch(/ordlista(\.html)?#\w+/);
    });
    const { page, context } = await newPage();
    await page.route('**/_s/terms.*', (route) => route.abort());
    await page.goto(`${origin}/${text}`);
    await words(page).first().click();
    await expect.poll(() => page.url()).toMatch(/ordlista(\.html)?#\w+/);
    await context.close();
  });

  test('are plain text on paper, and stand with the questions of a guide', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/${text}`);
      await page.emulateMedia({ media: 'print' });
      const line = await words(page)
        .first()
        .evaluate((word) => getComputedStyle(word).textDecorationLine);
      expect(line).toBe('none');
      await page.emulateMedia({ media: 'screen' });
      await page.goto(`${origin}/${guide}`);
      await words(page).first().click();
      await box(page).waitFor();
    });
  });
});

describe('what has passed its day', () => {
  test('says nothing before the day, and is counted by the reader’s clock after it', async () => {
    const { page, context } = await newPage();
    const marks = page.locator('main [data-due]');
    const notice = page.locator('p.overdue:has(b)');
    await page.clock.setFixedTime('2026-11-24T12:00:00Z');
    await page.goto(`${origin}/${text}`);
    expect(await marks.count()).toBeGreaterThan(3);
    expect(await notice.isVisible()).toBe(false);
    expect(await page.locator('[data-old]').count()).toBe(0);
    await page.clock.setFixedTime('2031-01-01T12:00:00Z');
    await page.reload();
    expect(await notice.isVisible()).toBe(true);
    const due = (await notice.getAttribute('data-due'))?.split(' ') ?? [];
    expect(await notice.locator('b').innerText()).toBe(`${due.length}`);
    expect(await page.locator('.sources li[data-old]').count()).toBe(
      await page.locator('.sources li').count(),
    );
    await page.goto(`${origin}/laget.html`);
    expect(await page.locator('.fact-card .overdue').count()).toBe(
      await page.locator('.fact-card').count(),
    );
    expect(await page.locator('.fact-card .overdue').first().isVisible()).toBe(true);
    await context.close();
  });

  test('is counted in a copy from the day it was made', async () => {
    const { page, context } = await newPage();
    const since = page.locator('.saved-copy [data-due]');
    await page.clock.setFixedTime('2026-11-24T12:00:00Z');
    await page.goto(copy.url(text));
    expect(await since.isVisible()).toBe(false);
    await page.clock.setFixedTime('2031-01-01T12:00:00Z');
    await page.reload();
    expect(await since.isVisible()).toBe(true);
    expect(Number(await since.locator('b').innerText())).toBeGreaterThan(3);
    await context.close();
  });

  test('is marked on the result of a guide too', async () => {
    const { page, context } = await newPage();
    await page.clock.setFixedTime('2031-01-01T12:00:00Z');
    const definition = wizard('e-legitimation-personal');
    const persona = definition.personas[0];
    if (!persona) throw new Error('no example case');
    await openGuide(page, definition.id);
    await answerAll(page, definition, persona.answers);
    await page.click('.check .button');
    await page.waitForSelector('.result');
    expect(await page.locator('p.overdue:has(b)').isVisible()).toBe(true);
    expect(await page.locator('.result .sources li[data-old]').count()).toBeGreaterThan(0);
    await context.close();
  });
});

describe('news and opinions', () => {
  test('a page leads to a draft that names it, from the web and from disk, and takes nothing strange', async () => {
    for (const address of [`${origin}/${text}`, copy.url(text)]) {
      const { page, context } = await newPage();
      await page.goto(address);
      await page.click('.site-footer a[href*="synpunkter"]');
      const draft = page.locator('[data-draft]');
      await expect.poll(() => draft.innerText()).toContain('federation/felsokning');
      expect(await draft.innerText()).toMatch(/\d+\.\d+\.\d+/);
      await context.close();
    }
    await visit({}, async (page) => {
      await page.goto(
        `${origin}/synpunkter.html#sida=${encodeURIComponent('https://elak.example/"><b>')}`,
      );
      expect(await page.locator('[data-draft]').innerText()).not.toContain('elak');
    });
  });

  test('the feeds are found from every page, and the page of news from each page it concerns', async () => {
    for (const file of pageFiles) expect(read(file), file).toMatch(/type="application\/atom\+xml"/);
    expect(read(text)).toMatch(/nyheter\.html#[a-z-]+/);
    await visit({}, async (page) => {
      await page.goto(`${origin}/nyheter.html`);
      const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
      const response = await page.request.get(new URL(feed ?? '', page.url()).href);
      expect(response.ok()).toBe(true);
      expect(await response.text()).toMatch(/^<\?xml[\s\S]*<feed/);
    });
  });
});

describe.each([
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 320 },
] as const)('axe finds nothing in $colorScheme at $width px', ({ colorScheme, width }) => {
  test('with a word explained, with everything overdue, on the pages of news and opinions', async () => {
    await visit({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
      const found: string[] = [];
      const look = async (what: string) => {
        found.push(...(await violations(page)).map((violation) => `${what}: ${violation}`));
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        if (overflow > 0) found.push(`${what}: ${overflow} px too wide`);
      };
      await page.clock.setFixedTime('2031-01-01T12:00:00Z');
      await page.goto(`${origin}/${text}`);
      await words(page).first().click();
      await box(page).waitFor();
      await look('explained');
      for (const file of ['laget', 'nyheter', 'synpunkter', 'om/kontakt', 'om/kolofon', 'index']) {
        await page.goto(`${origin}/${file}.html`);
        await look(file);
      }
      expect(found).toEqual([]);
    });
  });
});
