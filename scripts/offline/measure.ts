/**
 * Measures the forms to take home and writes `benchmarks/results/offline.json` and the table of the
 * README that shows it: `node scripts/run.mjs exec scripts/offline/measure.ts`, after `npm run offline`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { serveSite } from '../run/serve.mjs';
import { readMeTable, readMeWith } from './read-me-table.ts';
import { unpackArchive } from './unpack-archive.ts';

const root = join(import.meta.dirname, '../..');
const release = join(root, 'release');
const size = (file: string) => statSync(join(release, file)).size;
const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds from the double-click's address to a loaded page, the middle of nine. */
async function openFromDisk(browser: Browser, url: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const page = await browser.newPage();
    const started = performance.now();
    await page.goto(url);
    times.push(performance.now() - started);
    await page.close();
  }
  return Math.round(median(times));
}

/** Milliseconds from the press on the button to a whole copy, and its bytes. */
async function saveForOffline(browser: Browser): Promise<{ ms: number; bytes: number }> {
  const { port, close } = await serveSite(0);
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/ladda-ner.html`);
  const started = Date.now();
  await page.click('[data-offline] button');
  const status = '[data-offline] [role=status]';
  await page.waitForFunction(
    (at) => document.querySelector(at)?.textContent?.startsWith('Klart'),
    status,
  );
  const ms = Date.now() - started;
  await close();
  const list = JSON.parse(readFileSync(join(root, 'dist/offline.json'), 'utf8')) as {
    bytes: number;
  };
  return { ms, bytes: list.bytes };
}

const archive = readdirSync(release).find((name) => name.endsWith('.zip')) ?? '';
const zim = readdirSync(release).find((name) => name.endsWith('.zim'));
const guides = readdirSync(join(release, 'guider')).map((name) => size(`guider/${name}`));
const scratch = mkdtempSync(join(tmpdir(), 'measure-'));
const browser = await chromium.launch({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const folder = unpackArchive(join(release, archive), scratch);
const saved = await saveForOffline(browser);
const result = {
  measured: new Date().toISOString().slice(0, 10),
  machine: '2 kärnor, Chromium',
  folder: {
    bytes: size(archive),
    openMs: await openFromDisk(browser, pathToFileURL(join(folder, 'index.html')).href),
  },
  app: { bytes: saved.bytes, saveMs: saved.ms },
  guide: {
    largestBytes: Math.max(...guides),
    openMs: await openFromDisk(
      browser,
      pathToFileURL(join(release, 'guider', readdirSync(join(release, 'guider'))[0] ?? '')).href,
    ),
  },
  kiwix: { bytes: zim ? size(zim) : null },
};
await browser.close();
rmSync(scratch, { recursive: true });
writeFileSync(
  join(root, 'benchmarks/results/offline.json'),
  `${JSON.stringify(result, null, 2)}\n`,
);
const readMe = join(root, 'README.md');
writeFileSync(readMe, readMeWith(readFileSync(readMe, 'utf8'), readMeTable(result)));
console.log(readMeTable(result));
