/** Times of a first and a next query in Chromium, ours and Starlight's default in turn. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';

const rounds = 5;
const firstQueries = [
  'federation',
  'nationella prov',
  'bankid',
  'skyddade personuppgifter',
  'slutprov',
];
const nextQueries = [
  'tillitsnivå',
  'tillitsnivåer',
  'kontosynk',
  'vårdnadshavare',
  'upphandling',
  'felsökning',
  'personal',
  'sverige-id',
];

/** A slow mobile network: 100 ms there and back, 4 Mbit/s. */
const slow = {
  offline: false,
  latency: 100,
  downloadThroughput: 500_000,
  uploadThroughput: 200_000,
};

interface Times {
  readonly cold: number[];
  readonly next: number[];
}

interface Target {
  readonly address: string;
  readonly button: string;
  readonly input: string;
  readonly hit: string;
  /** Holds the query when it has been answered. */
  readonly answered: string;
}

export async function measureTimes(ownFolder: string, defaultFolder: string) {
  writeFileSync(join(defaultFolder, 'default.html'), defaultPage);
  const servers = [await serve(ownFolder), await serve(defaultFolder)];
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const targets: Record<'ours' | 'default', Target> = {
      ours: {
        address: `${servers[0]?.origin}/e-legitimation/elever.html`,
        button: '.search-link',
        input: '.search-dialog input',
        hit: '.hits a',
        answered: '.search-dialog [role=status]',
      },
      default: {
        address: `${servers[1]?.origin}/default.html`,
        button: '#open',
        input: '.pagefind-ui__search-input',
        hit: '.pagefind-ui__result-link',
        answered: '.pagefind-ui__message',
      },
    };
    return {
      how: 'Slow: 100 ms there and back, 4 Mbit/s. The processor is not slowed down: Chromium would slow the page but not the worker that the default runs in.',
      'slow network, typed 0.4 s after the box opened': await inTurn(browser, targets, true, true),
      'slow network, typed at once': await inTurn(browser, targets, true, false),
      'local network': await inTurn(browser, targets, false, true),
    };
  } finally {
    await browser.close();
    for (const { close } of servers) close();
  }
}

async function inTurn(
  browser: Browser,
  targets: Record<'ours' | 'default', Target>,
  isSlow: boolean,
  pause: boolean,
) {
  const times: Record<'ours' | 'default', Times> = {
    ours: { cold: [], next: [] },
    default: { cold: [], next: [] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['ours', 'default'] as const) {
      const { cold, next } = await visit(
        browser,
        targets[side],
        isSlow,
        firstQueries[round] ?? '',
        pause,
      );
      times[side].cold.push(cold);
      times[side].next.push(...next);
    }
  }
  const summary = ({ cold, next }: Times) => ({
    coldMedian: quantile(cold, 0.5),
    coldSpread: [quantile(cold, 0), quantile(cold, 1)],
    nextMedian: quantile(next, 0.5),
    nextP95: quantile(next, 0.95),
  });
  const [ours, theirs] = [summary(times.ours), summary(times.default)];
  const ratio = Math.round((ours.coldMedian / theirs.coldMedian) * 100) / 100;
  return { ours, default: theirs, coldRatio: ratio };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

async function visit(
  browser: Browser,
  target: Target,
  isSlow: boolean,
  query: string,
  pause: boolean,
) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (isSlow) await session.send('Network.emulateNetworkConditions', slow);
  await page.goto(target.address, { waitUntil: 'networkidle' });
  if (pause) {
    // Somebody comes to the button with the mouse, opens the box and begins to type.
    await page.hover(target.button);
    await page.waitForTimeout(150);
    await page.click(target.button);
    await page.locator(target.input).focus();
    await page.waitForTimeout(400);
  }
  const cold = await timeOf(page, target, query, !pause);
  const next: number[] = [];
  for (const other of nextQueries) next.push(await timeOf(page, target, other, false));
  await context.close();
  return { cold, next };
}

/** From the press on the button, or from the key, until the hits stand there. Measured in the page. */
function timeOf(page: Page, target: Target, query: string, isFirst: boolean): Promise<number> {
  return page.evaluate(
    async ({ target, query, isFirst }) => {
      const until = <T>(find: () => T | null | undefined | false) =>
        new Promise<T>((resolve, reject) => {
          const stop = setTimeout(() => reject(new Error(`no answer to ${query}`)), 20_000);
          const look = () => {
            const found = find();
            if (!found) {
              requestAnimationFrame(look);
              return;
            }
            clearTimeout(stop);
            resolve(found);
          };
          look();
        });
      const started = performance.now();
      if (isFirst) document.querySelector<HTMLElement>(target.button)?.click();
      const input = await until(() => document.querySelector<HTMLInputElement>(target.input));
      input.focus();
      input.value = query;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await until(
        () =>
          document.querySelector(target.hit) &&
          document.querySelector(target.answered)?.textContent?.includes(query),
      );
      return performance.now() - started;
    },
    { target, query, isFirst },
  );
}

/** What Starlight does: the interface is fetched with the page, the rest at the first letter. */
const defaultPage = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Default</title>
<link rel="stylesheet" href="pagefind/pagefind-ui.css"><script src="pagefind/pagefind-ui.js"></script>
<button id="open">Sök</button><dialog id="dialog"><div id="search"></div></dialog>
<script>new PagefindUI({element: '#search', showImages: false, showSubResults: true,
ranking: {pageLength: .1, termFrequency: .1, termSaturation: 2, termSimilarity: 9}});
document.getElementById('open').onclick = () => document.getElementById('dialog').showModal();</script></html>`;

/** A plain host that sends text gzipped. */
async function serve(folder: string): Promise<{ origin: string; close(): void }> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    json: 'application/json',
    svg: 'image/svg+xml',
    woff2: 'font/woff2',
  };
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const ending = path.split('.').at(-1) ?? '';
    try {
      const isText = /^(html|js|css|json|svg)$/.test(ending);
      let body = packed.get(path);
      if (!body) {
        const bytes = readFileSync(join(folder, path));
        body = isText ? gzipSync(bytes) : bytes;
        packed.set(path, body);
      }
      response.setHeader('content-type', types[ending] ?? 'application/octet-stream');
      response.setHeader('cache-control', 'max-age=600');
      if (isText) response.setHeader('content-encoding', 'gzip');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
