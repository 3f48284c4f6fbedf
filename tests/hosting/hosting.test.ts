import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cacheAsk,
  cacheForever,
  everyHeader,
  policyOf,
} from '../../scripts/hosting/response-headers.ts';
import { ask, type Host, removePacked, someFile, startHost } from './hosts.ts';

const places = [
  ['nginx', '/'],
  ['nginx', '/skola/'],
  ['caddy', '/'],
  ['caddy', '/skola/'],
] as const;

afterAll(removePacked);

describe.each(places)('%s at %s', (server, base) => {
  let host: Host;
  const at = (address: string) => `${host.origin}${base}${address}`;
  const inSite = (file: string) => readFileSync(join(host.site, base, file));

  beforeAll(async () => {
    host = await startHost(server, base);
  });
  afterAll(() => host?.close());

  /** One of each kind: page, its short address, guide, script, font, index, archive, missing. */
  const kinds = () => {
    const folder = join(host.site, base);
    return [
      { address: 'om/integritet.html', cache: cacheAsk, page: 'om/integritet.html' },
      { address: 'om/integritet', cache: cacheAsk, page: 'om/integritet.html' },
      { address: 'beslutsguider/kontosynk', cache: cacheAsk, page: 'beslutsguider/kontosynk.html' },
      { address: someFile(folder, '_s', /^site\..*\.js$/), cache: cacheForever },
      { address: someFile(folder, '_s', /\.woff2$/), cache: cacheForever },
      { address: someFile(folder, 'pagefind/index', /pf_index$/), cache: cacheForever },
      { address: someFile(folder, 'ladda-ner', /\.zip$/), cache: cacheAsk },
      { address: 'finns/inte', cache: cacheAsk, page: '404.html', status: 404 },
    ];
  };

  test('sends every header with every kind of file, the page’s own policy included', async () => {
    for (const { address, cache, page, status = 200 } of kinds()) {
      const answer = await ask(at(address));
      expect(answer.status, address).toBe(status);
      for (const [name, value] of Object.entries(everyHeader)) {
        expect(answer.headers[name.toLowerCase()], `${address}: ${name}`).toBe(value);
      }
      expect(answer.headers['cache-control'], address).toBe(cache);
      expect(answer.headers['content-type'], address).toBeTruthy();
      expect(answer.headers['set-cookie'], address).toBeUndefined();
      expect(answer.headers['x-powered-by'], address).toBeUndefined();
      expect(String(answer.headers['server'] ?? ''), address).not.toMatch(/\d/);
      const policy = String(answer.headers['content-security-policy']);
      expect(policy, address).toContain("frame-ancestors 'self'");
      expect(policy, address).not.toContain('unsafe-inline');
      if (page && status === 200) {
        expect(policy, address).toBe(policyOf(page, inSite(page).toString()));
      }
      if (page) {
        expect(answer.headers['content-type'], address).toMatch(/^text\/html; ?charset=utf-8$/i);
        expect(answer.body.equals(inSite(page)), address).toBe(true);
      }
    }
  });

  test('sends brotli or gzip made beforehand, or neither, as the browser takes it', async () => {
    const plain = inSite('om/integritet.html');
    const brotli = await ask(at('om/integritet'), { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers['vary']).toMatch(/accept-encoding/i);
    expect(brotliDecompressSync(brotli.body).equals(plain)).toBe(true);
    const zipped = await ask(at('om/integritet'), { 'accept-encoding': 'gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).equals(plain)).toBe(true);
    const none = await ask(at('om/integritet'), { 'accept-encoding': 'identity' });
    expect(none.headers['content-encoding']).toBeUndefined();
    expect(none.body.equals(plain)).toBe(true);
  });

  test('answers “not changed”, parts of the archive, and HEAD', async () => {
    const first = await ask(at('om/integritet.html'));
    const etag = String(first.headers['etag']);
    expect((await ask(at('om/integritet.html'), { 'if-none-match': etag })).status).toBe(304);
    const archive = someFile(join(host.site, base), 'ladda-ner', /\.zip$/);
    const part = await ask(at(archive), { range: 'bytes=0-3' });
    expect(part.status).toBe(206);
    expect(part.body.toString('latin1')).toBe('PK\u0003\u0004');
    const head = await ask(at('om/integritet.html'), {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.body.length).toBe(0);
  });

  test('leads from a folder to its page, never out of the site, and lists nothing', async () => {
    expect((await ask(at(''))).status).toBe(200);
    const folder = await ask(at('om/'));
    expect(folder.status).toBe(301);
    expect(folder.headers['location']).toBe(`${base}om`);
    for (const address of ['_s/', 'pagefind/index/', '.git/config', '.well-known/']) {
      expect((await ask(at(address))).status, address).not.toBe(200);
    }
    for (const path of [
      '/\\evil.example/',
      '//evil.example/',
      '/%5Cevil.example/',
      '/..%2f..%2fetc/passwd',
      '/%00/',
      '/%0d%0aX:y/',
    ]) {
      const { status, headers } = await ask(`${host.origin}${path}`).catch(() => ({
        status: 400,
        headers: {} as Record<string, string>,
      }));
      expect(status, path).toBeGreaterThanOrEqual(301);
      expect(String(headers['location'] ?? ''), path).not.toMatch(/^(\/[/\\]|https?:)/);
      expect(headers['x'], path).toBeUndefined();
    }
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await ask(at('om'), {}, method)).status, method).toBeGreaterThanOrEqual(400);
    }
  });

  if (base === '/') {
    test('says where faults of security are told', async () => {
      const { status, body } = await ask(at('.well-known/security.txt'));
      expect(status).toBe(200);
      expect(body.toString()).toMatch(/^Contact: mailto:.*\nExpires: 20\d\d-/);
    });
  }

  describe('in a browser', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({
        executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'],
      });
    });
    afterAll(() => browser?.close());

    test('pages, a guide and the search work under the headers', async () => {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
      });
      await page.goto(at(''));
      await page.goto(at('beslutsguider/kontosynk'));
      await page.waitForSelector('[data-guide][data-ready]');
      await page.waitForSelector('.question input');
      await page.click('.search-link');
      await page.fill('.search-dialog input', 'federation');
      await page.waitForSelector('.hits a');
      expect(faults).toEqual([]);
      await page.goto(at('finns/inte/alls'));
      expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
      const styled = await page.evaluate(() => document.styleSheets.length);
      expect(styled).toBeGreaterThan(0);
      await page.close();
    });
  });
});
