import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { origin, useBrowser } from './browser.ts';
import { openChromium } from './disk/chromium.ts';
import type { DiskBrowser } from './disk/disk-browser.ts';
import { openFirefox } from './disk/firefox.ts';
import {
  goThroughGuide,
  hasDiskSearch,
  openPages,
  queries,
  readPages,
  samplePages,
  switchTheme,
  topHits,
} from './disk/scenario.ts';
import { type Unpacked, unpack } from './disk/unpacked.ts';

useBrowser();

const firefox = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const engines = [
  { name: 'Chromium', isHere: true, open: openChromium },
  { name: 'Firefox', isHere: existsSync(firefox), open: () => openFirefox(firefox) },
];

describe.each(engines)('the unpacked folder, double-clicked, in $name', ({ isHere, open }) => {
  let folder: Unpacked;
  let browser: DiskBrowser;

  beforeAll(async () => {
    if (!isHere) return;
    folder = unpack();
    browser = await open();
  });
  afterAll(async () => {
    await browser?.close();
    folder?.remove();
  });

  test.runIf(isHere)('leads from page to page, and says how old it is', () =>
    readPages(browser, folder),
  );
  test.runIf(isHere)('goes through a guide to its result, keeps it and finds it again', () =>
    goThroughGuide(browser, folder),
  );
  test.runIf(isHere)('keeps the choice of light or dark', () => switchTheme(browser, folder));
  test.runIf(isHere && hasDiskSearch)('finds the same as online', async () => {
    const online = await openChromium();
    await online.goto(`${origin}/om.html`);
    await browser.goto(folder.url('om.html'));
    for (const query of queries) {
      const hits = await topHits(online, query);
      expect(hits.length).toBeGreaterThan(0);
      expect(await topHits(browser, query)).toEqual(hits);
    }
    await online.close();
  });
  test.runIf(isHere)('opens pages of every folder', () =>
    openPages(browser, folder, samplePages(folder)),
  );
  test.runIf(isHere)('caused no error and no request off the disk', async () => {
    expect(await browser.faults()).toEqual([]);
  });
});
