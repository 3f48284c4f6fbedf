// Draws the icons of the installed site from the mark in public/favicon.svg: `node scripts/run.mjs exec scripts/make-icons.mjs`.
// Run by hand when the mark changes; the pictures are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const mark = readFileSync(join(root, 'public/favicon.svg'), 'utf8');
const ground = '#fbfaf6';
const icons = [
  // file, pixels, how much of it the mark fills: a maskable icon may be cut to its inner 80 %
  ['public/icon-192.png', 192, 0.86],
  ['public/icon-512.png', 512, 0.86],
  ['public/icon-maskable-512.png', 512, 0.6],
  ['scripts/offline/icon-48.png', 48, 0.9],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ colorScheme: 'light' });
for (const [name, size, share] of icons) {
  const inner = Math.round(size * share);
  const source = `data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}`;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<body style="margin:0;background:${ground};display:grid;place-items:center;height:${size}px">` +
      `<img src="${source}" width="${inner}" height="${inner}">`,
  );
  writeFileSync(join(root, name), await page.screenshot());
}
await browser.close();
