import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

export const origin = inject('origin');

let browser: Browser;

/** Starts one browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
  });
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, page errors, policy violations and requests to other hosts, so far. */
  readonly faults: string[];
}

/** A fresh page that notes everything a visitor should never cause. */
export async function newPage(options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error')
      faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) {
      faults.push(`request to another host: ${url}`);
    }
  });
  return { page, context, faults };
}

/** Runs a test on a fresh page; nothing may have gone wrong on it, and it leaves no cookie. */
export async function visit(
  options: BrowserContextOptions,
  work: (page: Page, watched: WatchedPage) => Promise<void>,
): Promise<void> {
  const watched = await newPage(options);
  try {
    await work(watched.page, watched);
    expect(watched.faults).toEqual([]);
    expect(await watched.context.cookies()).toEqual([]);
  } finally {
    await watched.context.close();
  }
}
