import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, useBrowser } from '../site/browser.ts';
import { openChromium } from '../site/disk/chromium.ts';
import type { DiskBrowser } from '../site/disk/disk-browser.ts';
import {
  everyPage,
  goThroughGuide,
  hasDiskSearch,
  openPages,
  queries,
  readPages,
  switchTheme,
  topHits,
} from '../site/disk/scenario.ts';
import { type Unpacked, unpack } from '../site/disk/unpacked.ts';
import { openWebKit } from '../site/disk/webkit.ts';

const driver = process.env['WEBKIT_DRIVER'] ?? '';
const program = process.env['WEBKIT_PATH'] ?? '';

useBrowser();

describe('the unpacked folder, double-clicked, in WebKitGTK', () => {
  let folder: Unpacked;
  let browser: DiskBrowser;

  beforeAll(async () => {
    folder = unpack();
    browser = await openWebKit(driver, program);
  });
  afterAll(async () => {
    await browser?.close();
    folder?.remove();
  });

  test('leads from page to page, and says how old it is', () => readPages(browser, folder));
  test('goes through a guide to its result, keeps it and finds it again', () =>
    goThroughGuide(browser, folder));
  test('keeps the choice of light or dark', () => switchTheme(browser, folder));
  test.runIf(hasDiskSearch)('finds the same as online', async () => {
    const online = await openChromium();
    await online.goto(`${origin}/om.html`);
    await browser.goto(folder.url('om.html'));
    for (const query of queries) {
      expect(await topHits(browser, query)).toEqual(await topHits(online, query));
    }
    await online.close();
  });
  test('opens every page', () => openPages(browser, folder, everyPage(folder)));
  test('caused no request off the disk', async () => {
    expect(await browser.faults()).toEqual([]);
  });
});
