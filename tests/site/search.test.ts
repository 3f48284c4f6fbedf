import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { newPage, origin, useBrowser, visit } from './browser.ts';
import { dist, files as listOfFiles, pageFiles } from './built-pages.ts';

useBrowser();

const status = '.search-form [role=status]';
const answered = (page: Page) =>
  page.waitForFunction(
    (where) => /[”]/.test(document.querySelector(where)?.textContent ?? ''),
    status,
  );

async function search(page: Page, query: string): Promise<void> {
  await page.click('.search-link');
  await page.fill('.search-dialog input', query);
  await answered(page);
}

/** Their texts come after them. */
const withTexts = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('.hits .excerpt')].every(({ textContent }) => textContent !== ''),
  );

const hits = (page: Page) =>
  page.locator('.hits > li').evaluateAll((items) =>
    items.map((item) => ({
      addresses: [...item.querySelectorAll('a')].map((each) =>
        each.href.replace(/^.*\/dist\/|^https?:\/\/[^/]+\//, ''),
      ),
      text: item.textContent,
    })),
  );

describe('search', () => {
  test.each([
    ['federation', /federation/i],
    ['tillitsnivåer', /tillitsniv/i],
    ['slutprov', /slutprov/i],
    ['skyddade personuppgifter', /skyddade/i],
  ])('finds %s from the button on any page and opens the hit', async (query, expected) => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/e-legitimation/elever.html`);
      await search(page, query);
      const hit = page.locator('.hits > li > a').first();
      expect(await hit.innerText()).toMatch(expected);
      expect(await page.locator(status).innerText()).toMatch(/träff/);
      await hit.click();
      await page.waitForSelector('h1');
      expect(pageFiles).toContain(new URL(page.url()).pathname.slice(1));
    });
  });

  test('says what each hit is and where it stands, and filters by it', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/`);
      await search(page, 'kontosynk');
      expect((await hits(page)).map(({ text }) => text).join()).toMatch(/Beslutsguide|Sida ·/);
      await page.locator('.search-filters select').first().selectOption('ord');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.hits > li .meta')].every(({ textContent }) =>
          textContent?.startsWith('Ord'),
        ),
      );
      expect((await hits(page))[0]?.addresses[0]).toBe('ordlista.html#kontosynk');
      await page.locator('.search-filters select').first().selectOption('');
      await page.locator('.search-filters select').last().selectOption('Informationsutbyte');
      await page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('.hits > li > a')].every(({ href }) =>
          href.includes('/informationsutbyte'),
        ),
      );
    });
  });

  test.each([
    ['hur många tjänster behöver konton', 'beslutsguider/kontosynk.html#fraga-mottagare'],
    ['köp integrationstjänst', 'beslutsguider/kontosynk.html#resultat-integration'],
    ['passkey', 'ordlista.html#passkey'],
    ['nya läroplaner', 'laget.html#nya-laroplaner'],
  ])('%s opens at its place, unfolded', async (query, address) => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/om.html`);
      await search(page, query);
      await page.locator(`.hits a[href$="${address}"]`).first().click();
      await page.waitForURL(`**/${address}`);
      const place = page.locator(`#${address.split('#')[1]}`);
      expect(await place.isVisible()).toBe(true);
      await page.waitForFunction((id) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top ?? -1;
        return top >= 0 && top < innerHeight;
      }, address.split('#')[1] ?? '');
      expect(await page.locator('.notice:visible').count()).toBe(0);
    });
  });

  test('a hit on the open page closes the search and unfolds the place', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/beslutsguider/kontosynk.html`);
      await search(page, 'hur många tjänster behöver konton');
      await page.locator('.hits a[href$="#fraga-mottagare"]').first().click();
      await page.waitForSelector('.search-dialog:not([open])', { state: 'attached' });
      expect(await page.locator('#fraga-mottagare').isVisible()).toBe(true);
    });
  });

  test('opens with the keyboard, moves with arrows, closes with Escape and gives focus back', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/`);
      await page.locator('.search-link').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.search-dialog[open]');
      await page.keyboard.type('moa');
      await page.waitForSelector('.hits a');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.closest('.hits') !== null)).toBe(
        true,
      );
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await page.keyboard.press('Escape');
      if (await page.locator('.search-dialog[open]').count()) await page.keyboard.press('Escape');
      await page.waitForSelector('.search-dialog:not([open])', { state: 'attached' });
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('search-link');
      await page.keyboard.press('Control+k');
      await page.waitForSelector('.search-dialog[open]');
    });
  });

  test.each([
    'qqqxyz',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '🙂🙂',
    'och',
    'och hur är det',
    'x'.repeat(10_000),
    'federation '.repeat(900),
    '%%%',
    '"',
  ])('answers or explains the query %.20s', async (query) => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/`);
      await search(page, query);
      expect(await page.locator(status).innerText()).toMatch(/träff|närmast/);
      expect(await page.locator('.search-dialog img, .search-dialog script').count()).toBe(0);
    });
  });

  test('helps when nothing is found', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/`);
      await search(page, 'qqqxyz');
      expect(await page.locator('.search-help a').count()).toBe(3);
      await page.locator('.search-help a').first().click();
      expect(await page.locator('h1').innerText()).toBe('Ordlista');
    });
  });

  test('a lost network gives a sentence, and the next try works', async () => {
    const { page, context } = await newPage();
    await page.goto(`${origin}/`);
    await page.click('.search-link');
    await page.waitForSelector('.search-dialog[open]');
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.fill('.search-dialog input', 'felsökning');
    await page.waitForFunction(
      (where) => /kunde inte laddas/.test(document.querySelector(where)?.textContent ?? ''),
      status,
    );
    expect(await page.locator('.search-help a').count()).toBe(3);
    await context.setOffline(false);
    await page.fill('.search-dialog input', 'certifikat');
    await page.waitForSelector('.hits a');
    await context.close();
  });

  test('remembers the last queries in this browser only, until they are cleared', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/`);
      await search(page, 'fidus');
      await page.locator('.hits > li > a').first().click();
      await page.waitForLoadState();
      await page.click('.search-link');
      await page.waitForSelector('.search-help button');
      expect(await page.evaluate(() => localStorage.getItem('skd:sokt'))).toBe('["fidus"]');
      await page.locator('.search-help button').first().click();
      await page.waitForSelector('.hits a');
      await page.fill('.search-dialog input', '');
      await page.locator('.search-help button').last().click();
      expect(await page.evaluate(() => localStorage.getItem('skd:sokt'))).toBeNull();
    });
  });

  test.each(['{', '[1,{"a":2}]', '"x"', `["${'y'.repeat(5000)}"]`])(
    'opens whatever is stored: %.12s',
    async (stored) => {
      await visit({}, async (page) => {
        await page.goto(`${origin}/`);
        await page.evaluate((value) => localStorage.setItem('skd:sokt', value), stored);
        await search(page, 'moa');
        expect((await hits(page)).length).toBeGreaterThan(0);
      });
    },
  );

  test.each(['?q=kontosynk', '#q=kontosynk'])(
    'the search page works as a link with %s',
    async (end) => {
      await visit({}, async (page) => {
        await page.goto(`${origin}/sok.html${end}`);
        await page.waitForSelector('.hits a');
        expect(await page.inputValue('input[type=search]')).toBe('kontosynk');
        expect(page.url()).toBe(`${origin}/sok.html#q=kontosynk`);
      });
    },
  );

  test('no query is sent anywhere, typed letter by letter, filtered or followed', async () => {
    await visit({}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) =>
        asked.push(
          [request.url(), request.postData(), JSON.stringify(request.headers())].join(' '),
        ),
      );
      await page.goto(`${origin}/`);
      await page.click('.search-link');
      await page.locator('.search-dialog input').pressSequentially('hemligtord federation');
      await answered(page);
      await withTexts(page);
      await page.locator('.search-filters select').first().selectOption('ord');
      await page.waitForFunction(() => document.querySelectorAll('.hits > li').length > 0);
      await page.keyboard.press('Tab');
      await page.locator('.search-dialog input').press('Enter');
      await page.waitForURL('**/sok.html#q=hemligtord%20federation');
      await page.waitForSelector('.hits a');
      await page.locator('.hits a').first().click();
      await page.waitForSelector('h1');
      // The address of a page may hold the query after `#`, which is not sent.
      expect(asked.filter((each) => each.replace(/#\S*/g, '').includes('hemligt'))).toEqual([]);
      expect(asked.length).toBeGreaterThan(20);
    });
  });

  test('hits stand there before their texts, nothing moves when these come, and all is said once', async () => {
    await visit({}, async (page) => {
      let letTextsCome = () => {};
      const gate = new Promise<void>((resolve) => {
        letTextsCome = resolve;
      });
      await page.route('**/fragment/**', async (route) => {
        await gate;
        await route.continue();
      });
      await page.goto(`${origin}/`);
      await page.click('.search-link');
      await page.waitForSelector('.search-dialog[open]');
      await page.evaluate((where) => {
        const said: string[] = [];
        Object.assign(globalThis, { said });
        const element = document.querySelector(where);
        const note = () => said.push(element?.textContent ?? '');
        if (element) new MutationObserver(note).observe(element, { childList: true });
      }, status);
      await page.fill('.search-dialog input', 'skyddade personuppgifter');
      await answered(page);
      const boxes = () =>
        page
          .locator('.hits > li, .hits a, .hits .excerpt')
          .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
      const before = await boxes();
      expect(before.length).toBeGreaterThan(8);
      expect((await page.locator('.hits .excerpt').allTextContents()).join('')).toBe('');
      letTextsCome();
      await withTexts(page);
      expect(await page.locator('.hits mark').count()).toBeGreaterThan(3);
      expect(await boxes()).toEqual(before);
      const said = (await page.evaluate('said')) as string[];
      expect(said.filter((text) => /träff/.test(text))).toHaveLength(1);
    });
  });

  test('asks for each file once, then for the rest, and answers the next query without the network', async () => {
    await visit({}, async (page) => {
      const asked: string[] = [];
      const come: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      page.on('requestfinished', (request) => come.push(new URL(request.url()).pathname));
      await page.goto(`${origin}/`);
      await page.hover('.search-link');
      await search(page, 'federation');
      await withTexts(page);
      const all = listOfFiles.filter((file) => /^pagefind\/(index|fragment)\//.test(file));
      await expect
        .poll(() => all.filter((file) => !come.includes(`/${file}`)), { timeout: 30_000 })
        .toEqual([]);
      const ofSearch = asked.filter((path) => /pagefind|_s\/search/.test(path));
      expect(ofSearch.length).toBe(new Set(ofSearch).size);
      await page.context().setOffline(true);
      for (const query of ['upphanling', 'lösenord', 'vårdnadshavare']) {
        await page.fill('.search-dialog input', query);
        await page.waitForFunction(
          ([where, query]) =>
            document.querySelector(where ?? '')?.textContent?.includes(`”${query}”`),
          [status, query],
        );
        await withTexts(page);
        expect(await page.locator('.hits mark').count()).toBeGreaterThan(0);
      }
      await page.context().setOffline(false);
    });
  });

  test('fetches no more than the answer for readers who save data', async () => {
    await visit({}, async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
      );
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(`${origin}/`);
      await search(page, 'fidus');
      await withTexts(page);
      await page.waitForLoadState('networkidle');
      expect(asked.filter((path) => path.includes('/index/')).length).toBeLessThan(6);
      expect(asked.filter((path) => path.includes('/fragment/')).length).toBeLessThan(12);
    });
  });

  test('a network lost before the texts leaves hits with a sentence, and the box alive', async () => {
    const { page, context } = await newPage();
    await page.goto(`${origin}/`);
    await page.route('**/fragment/**', (route) => route.abort());
    await search(page, 'felsökning');
    await withTexts(page);
    expect(await page.locator('.hits > li').count()).toBeGreaterThan(2);
    expect(await page.locator('.hits .excerpt').first().innerText()).toMatch(/kunde inte hämtas/);
    await page.unroute('**/fragment/**');
    await page.fill('.search-dialog input', 'certifikat');
    await page.waitForSelector('.hits mark');
    await context.close();
  });

  test('without JavaScript the search link leads to a list of all pages', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/`);
      await page.click('.search-link');
      expect(await page.locator('.all-pages a').count()).toBeGreaterThan(30);
    });
  });

  test('nothing of it is fetched before somebody comes near it', async () => {
    await visit({}, async (page) => {
      const fetched: string[] = [];
      page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
      await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
      const ofSearch = () => fetched.filter((path) => /search|pagefind/.test(path));
      expect(ofSearch()).toEqual([]);
      const engine = page.waitForResponse(/pagefind\/engine/);
      await page.hover('.search-link');
      await engine;
      expect(ofSearch().join()).toMatch(/search.*engine/);
      expect(ofSearch().join()).not.toContain('offline');
    });
  });
});

describe('search from disk', () => {
  test.each(['bankid för lärare', 'upphanling', 'hur väljer man idp'])(
    'gives for %s what it gives online, excerpts and all',
    async (query) => {
      const answers = [];
      for (const base of [`${origin}/`, `${pathToFileURL(dist).href}/`]) {
        const { page, context } = await newPage();
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        await page.goto(`${base}federation/felsokning.html`);
        await search(page, query);
        await withTexts(page);
        answers.push(await hits(page));
        expect(errors).toEqual([]);
        await context.close();
      }
      expect(answers[0]?.length).toBeGreaterThan(2);
      expect(answers[1]).toEqual(answers[0]);
    },
  );

  test('opens a hit at its place', async () => {
    const { page, context } = await newPage();
    await page.goto(pathToFileURL(join(dist, 'index.html')).href);
    await search(page, 'passkey');
    await page.locator('.hits > li > a').first().click();
    await page.waitForURL('**/ordlista.html#passkey');
    await context.close();
  });
});
