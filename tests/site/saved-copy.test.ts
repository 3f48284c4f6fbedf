import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveSite } from '../../scripts/run/serve.mjs';
import type { OfflineList } from '../../src/site/offline/offline-list.ts';
import { newPage, useBrowser, type WatchedPage } from './browser.ts';
import { dist, pageFiles } from './built-pages.ts';
import { answerAll, wizard } from './guide.ts';

useBrowser();

interface Server {
  readonly port: number;
  close(): Promise<unknown>;
}

let server: Server;
let watched: WatchedPage;
let page: Page;
let at: string;
/** A copy of the site that a test may change. */
let site: string;

beforeEach(async () => {
  site = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync(dist, site, { recursive: true });
  server = await serveSite(0, site);
  at = `http://localhost:${server.port}`;
  watched = await newPage();
  page = watched.page;
});
afterEach(async () => {
  await watched.context.close();
  await server.close();
  rmSync(site, { recursive: true });
});

const buttons = () => page.locator('[data-offline] button').allInnerTexts();
const said = () => page.locator('[data-offline] [role=status]').innerText();

/**
 * What went wrong, but for requests to the server of this test. That nobody answers when the worker
 * asks for a newer version is no fault, but browsers log it.
 */
const elsewhere = () =>
  watched.faults.filter((fault) => !/host: http:\/\/localhost|\/offline\.json\)$/.test(fault));

async function openDownloads(): Promise<void> {
  await page.goto(`${at}/ladda-ner.html`);
  await page.waitForSelector('[data-offline] button');
}

async function save(): Promise<void> {
  await openDownloads();
  await page.click('[data-offline] button');
  await page.waitForFunction(() =>
    document.querySelector('[data-offline] [role=status]')?.textContent?.startsWith('Klart'),
  );
}

/** Lets the site offer a few files only, where a test is not about all of them. */
async function offerLess(): Promise<void> {
  const list = JSON.parse(readFileSync(join(site, 'offline.json'), 'utf8')) as OfflineList;
  const files = list.files.filter(([file]) => /^(_s|om\.|index|404|ladda|ordlista)/.test(file));
  writeFileSync(join(site, 'offline.json'), JSON.stringify({ ...list, files }));
  await restart();
}

/** The server knows its files from its start. */
async function restart(): Promise<void> {
  const { port } = server;
  await server.close();
  server = await serveSite(port, site);
}

/** Changes a page of the served copy, as the next edition of the site would. */
async function publishNewer(): Promise<void> {
  const file = 'om.html';
  const html = readFileSync(join(site, file), 'utf8').replace(/<h1>[^<]*/, '<h1>Nyare utgåva');
  writeFileSync(join(site, file), html);
  const list = JSON.parse(readFileSync(join(site, 'offline.json'), 'utf8')) as OfflineList;
  const sha256 = createHash('sha256').update(html).digest('hex');
  const files = list.files.map((each) =>
    each[0] === file ? [file, sha256, Buffer.byteLength(html)] : each,
  );
  const newer = { ...list, version: `${list.version.slice(1)}n`, day: '2030-01-02', files };
  writeFileSync(join(site, 'offline.json'), JSON.stringify(newer));
  await restart();
}

describe('save for offline', () => {
  test('stores nothing and starts no worker before the reader chooses', async () => {
    for (const file of ['index.html', 'ladda-ner.html', 'beslutsguider/kontosynk.html']) {
      await page.goto(`${at}/${file}`, { waitUntil: 'networkidle' });
    }
    const found = await page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
      localStorage.length,
    ]);
    expect(found).toEqual([0, 0, 0]);
  });

  test('keeps every page, the guides, the search and the 404 with the server killed', async () => {
    await save();
    await server.close();
    await page.goto(`${at}/om.html?utm=1`);
    const missing = await page.evaluate(async (files) => {
      const answers = files.map(async (file) => {
        const response = await fetch(`${file}?utm=1`).catch(() => null);
        return response?.ok && (await response.text()).includes('<h1') ? [] : [file];
      });
      return (await Promise.all(answers)).flat();
    }, pageFiles);
    expect(missing).toEqual([]);
    for (const path of ['/', '/om', '/federation/', '/laget.html', '/ordlista.html']) {
      expect((await page.goto(at + path))?.status()).toBe(200);
    }
    expect(await page.locator('.saved-copy').innerText()).toMatch(
      /^Sparad för offline, version från/,
    );
    const guide = wizard('kontosynk');
    await page.goto(`${at}/beslutsguider/kontosynk.html`);
    await answerAll(page, guide, guide.personas[0]?.answers ?? {});
    await page.click('.check .button');
    await page.waitForSelector('.result');
    await page.click('.search-link');
    await page.fill('.search-dialog input', 'federation');
    await page.waitForSelector('.hits a');
    expect(elsewhere()).toEqual([]);
    const nowhere = await page.goto(`${at}/finns-inte`);
    expect(nowhere?.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('Här tog vägen slut');
  });

  test('tells of a newer version and fetches it only when asked, whole', async () => {
    await offerLess();
    await save();
    await publishNewer();
    await page.goto(`${at}/om.html`);
    await page.waitForTimeout(300); // the worker looks after it has answered
    await page.goto(`${at}/om.html`);
    expect(await page.locator('h1').innerText()).not.toBe('Nyare utgåva');
    expect(await page.locator('.saved-copy').innerText()).toContain('Det finns en nyare version');
    const fetched: string[] = [];
    await openDownloads();
    expect((await buttons())[0]).toMatch(/^Hämta versionen från 2 januari 2030/);
    watched.context.on('request', (request) => {
      if (request.headers()['x-skd'] === 'file') fetched.push(new URL(request.url()).pathname);
    });
    await page.click('[data-offline] button');
    await page.waitForFunction(() =>
      document.querySelector('[data-offline] [role=status]')?.textContent?.startsWith('Klart'),
    );
    expect(fetched).toEqual(['/om.html']);
    await page.goto(`${at}/om.html`);
    expect(await page.locator('h1').innerText()).toBe('Nyare utgåva');
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(2);
    expect(elsewhere()).toEqual([]);
  });

  test('keeps the earlier copy whole when the site changes halfway through an update', async () => {
    await offerLess();
    await save();
    await publishNewer();
    writeFileSync(join(site, 'om.html'), 'neither the old nor the new page');
    await restart();
    await openDownloads();
    await page.click('[data-offline] button');
    await page.waitForFunction(() =>
      document.querySelector('[data-offline] [role=status]')?.textContent?.startsWith('Allt kunde'),
    );
    await server.close();
    await page.goto(`${at}/om.html`);
    expect(await page.locator('h1').innerText()).toMatch(/Skoldigistöd|Om/);
  });

  test('goes on after an interrupted try without fetching again what it has', async () => {
    await offerLess();
    await openDownloads();
    await watched.context.route('**/ordlista.html', (route) => route.abort());
    await page.click('[data-offline] button');
    await page.waitForFunction(() =>
      document.querySelector('[data-offline] [role=status]')?.textContent?.startsWith('Allt kunde'),
    );
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
    await watched.context.unroute('**/ordlista.html');
    await page.click('[data-offline] button');
    await page.waitForFunction(() =>
      document.querySelector('[data-offline] [role=status]')?.textContent?.startsWith('Klart'),
    );
  });

  test('takes everything away when asked', async () => {
    await offerLess();
    await save();
    expect(await buttons()).toEqual(['Ta bort den sparade kopian']);
    await page.click('[data-offline] button');
    await page.waitForFunction(() =>
      document.querySelector('[data-offline] [role=status]')?.textContent?.includes('borttagen'),
    );
    expect(await said()).toContain('borttagen');
    expect(
      await page.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]),
    ).toEqual([0, 0]);
  });

  test('is switched off for everyone by another worker', async () => {
    await offerLess();
    await save();
    const { bundleScript } = await import('../../src/site/scripts.ts');
    writeFileSync(join(site, 'sw.js'), await bundleScript('src/site/client/worker-off.ts'));
    await restart();
    await page.goto(`${at}/om.html`);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.waitForFunction(
      async () =>
        (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length ===
        0,
    );
  });
});
