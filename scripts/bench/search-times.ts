/** Times of a first and a next query in Chromium, ours and Starlight's default in turn. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';

const rounds = 7;
/** What somebody needs to read an answer and type the next query. */
const readingMs = 1500;
const betweenLettersMs = 120;
const firstQueries = [
  'federation',
  'nationella prov',
  'bankid',
  'skyddade personuppgifter',
  'slutprov',
  'upphandling',
  'lärarlegitimation',
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

interface Time {
  /** Until the hits stand there. */
  readonly hits: number;
  /** Until the excerpts do, which the default shows together with the hits. */
  readonly excerpts: number;
}

interface Times {
  readonly cold: Time[];
  readonly next: Time[];
}

type Sides<T> = Readonly<Record<'ours' | 'default', T>>;

interface Target {
  readonly address: string;
  readonly button: string;
  readonly input: string;
  readonly hit: string;
  /** Holds the query when it has been answered. */
  readonly answered: string;
  /** Each of them holds words when the excerpts stand there. */
  readonly excerpt: string;
}

interface Scenario {
  readonly isSlow: boolean;
  readonly way: 'after a while' | 'at once' | 'letter by letter';
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'slow network, typed 0.4 s after the box opened': { isSlow: true, way: 'after a while' },
  'slow network, typed at once': { isSlow: true, way: 'at once' },
  'slow network, typed letter by letter': { isSlow: true, way: 'letter by letter' },
  'local network': { isSlow: false, way: 'after a while' },
};

export interface TimesOptions {
  /** Only the scenarios whose name has this. */
  readonly only?: string;
  readonly rounds?: number;
}

export async function measureTimes(
  ownFolder: string,
  defaultFolder: string,
  { only = '', rounds: wanted = rounds }: TimesOptions = {},
) {
  writeFileSync(join(defaultFolder, 'default.html'), defaultPage);
  const servers = [await serveFolder(ownFolder), await serveFolder(defaultFolder)];
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const targets: Sides<Target> = {
      ours: {
        address: `${servers[0]?.origin}/e-legitimation/elever.html`,
        button: '.search-link',
        input: '.search-dialog input',
        hit: '.hits a',
        answered: '.search-dialog [role=status]',
        excerpt: '.hits .excerpt',
      },
      default: {
        address: `${servers[1]?.origin}/default.html`,
        button: '#open',
        input: '.pagefind-ui__search-input',
        hit: '.pagefind-ui__result-link',
        answered: '.pagefind-ui__message',
        excerpt: '.pagefind-ui__result-excerpt',
      },
    };
    const measured: Record<string, Awaited<ReturnType<typeof inTurn>>> = {};
    for (const [name, scenario] of Object.entries(scenarios)) {
      if (name.includes(only)) measured[name] = await inTurn(browser, targets, scenario, wanted);
    }
    return {
      how: `Slow: 100 ms there and back, 4 Mbit/s. ${wanted} rounds, the two sides in turn. From the last letter (typed at once: from the press on the button) until the hits stand there, and until their excerpts do: the default shows both at once. Before each next query ${readingMs / 1000} s to read and type, on both sides; ours fetches the rest of its index and texts then, the default nothing. Letter by letter: ${betweenLettersMs} ms apart, on both sides for the next queries too. Spread: least and most. The processor is not slowed down: Chromium would slow the page but not the worker that the default runs in.`,
      scenarios: measured,
    };
  } finally {
    await browser.close();
    for (const { close } of servers) close();
  }
}

async function inTurn(
  browser: Browser,
  targets: Sides<Target>,
  scenario: Scenario,
  roundsWanted: number,
) {
  const times: Sides<Times> = { ours: { cold: [], next: [] }, default: { cold: [], next: [] } };
  for (let round = 0; round < roundsWanted; round += 1) {
    const query = firstQueries[round % firstQueries.length] ?? '';
    for (const side of ['ours', 'default'] as const) {
      const { cold, next } = await visit(browser, targets[side], scenario, query);
      times[side].cold.push(cold);
      times[side].next.push(...next);
    }
  }
  const ratios = (what: keyof Time) =>
    times.ours.cold.map((own, at) => own[what] / (times.default.cold[at]?.excerpts ?? Number.NaN));
  return {
    ours: summary(times.ours),
    default: summary(times.default),
    /** Of the same round: ours by the default's, which has hits and excerpts at once. */
    coldRatio: { hits: spread(ratios('hits'), 2), excerpts: spread(ratios('excerpts'), 2) },
  };
}

function summary({ cold, next }: Times) {
  const all = (times: readonly Time[], what: keyof Time) => times.map((time) => time[what]);
  const nextOf = (what: keyof Time) => ({
    median: quantile(all(next, what), 0.5),
    p95: quantile(all(next, what), 0.95),
  });
  return {
    cold: { hits: spread(all(cold, 'hits')), excerpts: spread(all(cold, 'excerpts')) },
    next: { hits: nextOf('hits'), excerpts: nextOf('excerpts') },
  };
}

function spread(values: readonly number[], decimals = 0) {
  const at = (share: number) => quantile(values, share, decimals);
  return { median: at(0.5), spread: [at(0), at(1)] };
}

function quantile(values: readonly number[], share: number, decimals = 0): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return Number(value.toFixed(decimals));
}

async function visit(browser: Browser, target: Target, { isSlow, way }: Scenario, query: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (isSlow) await session.send('Network.emulateNetworkConditions', slow);
  await page.goto(target.address, { waitUntil: 'networkidle' });
  if (way !== 'at once') {
    // Somebody comes to the button with the mouse, opens the box and begins to type.
    await page.hover(target.button);
    await page.waitForTimeout(150);
    await page.click(target.button);
    await page.locator(target.input).focus();
    await page.waitForTimeout(400);
  }
  const gap = way === 'letter by letter' ? betweenLettersMs : 0;
  const cold = await timeOf(page, target, query, way === 'at once', gap);
  const next: Time[] = [];
  for (const other of nextQueries) {
    await page.waitForTimeout(readingMs);
    next.push(await timeOf(page, target, other, false, gap));
  }
  await context.close();
  return { cold, next };
}

/** From the press on the button, or from the last letter, measured in the page. */
function timeOf(
  page: Page,
  target: Target,
  query: string,
  isFirst: boolean,
  gap: number,
): Promise<Time> {
  return page.evaluate(
    async ({ target, query, isFirst, gap }) => {
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
      let started = performance.now();
      if (isFirst) document.querySelector<HTMLElement>(target.button)?.click();
      const input = await until(() => document.querySelector<HTMLInputElement>(target.input));
      input.focus();
      const type = (text: string) => {
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      };
      if (gap > 0) {
        for (let letters = 1; letters < query.length; letters += 1) {
          type(query.slice(0, letters));
          await new Promise((resolve) => setTimeout(resolve, gap));
        }
        started = performance.now();
      }
      type(query);
      await until(
        () =>
          document.querySelector(target.hit) &&
          document.querySelector(target.answered)?.textContent?.includes(query),
      );
      const hits = performance.now() - started;
      await until(() =>
        [...document.querySelectorAll(target.excerpt)].every(({ textContent }) => textContent),
      );
      return { hits, excerpts: performance.now() - started };
    },
    { target, query, isFirst, gap },
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
export async function serveFolder(folder: string): Promise<{ origin: string; close(): void }> {
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
