import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../site/browser.ts';
import { openChromium } from '../site/disk/chromium.ts';
import { openFirefox } from '../site/disk/firefox.ts';
import { everyPage, openPages } from '../site/disk/scenario.ts';
import { unpack } from '../site/disk/unpacked.ts';

useBrowser();

const firefox = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const engines = [
  { name: 'Chromium', isHere: true, open: openChromium },
  { name: 'Firefox', isHere: existsSync(firefox), open: () => openFirefox(firefox) },
];

describe.each(engines)('from disk in $name', ({ isHere, open }) => {
  test.runIf(isHere)('every page opens without an error or a request off the disk', async () => {
    const folder = unpack();
    const browser = await open();
    try {
      await openPages(browser, folder, everyPage(folder));
      expect(await browser.faults()).toEqual([]);
    } finally {
      await browser.close();
      folder.remove();
    }
  });
});
