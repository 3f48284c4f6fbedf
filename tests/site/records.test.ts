import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsQr from 'jsqr';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { encodeAnswers } from '../../src/wizards/engine/encode.ts';
import { hostileTexts } from '../unit/sample-records.ts';
import { violations } from './axe.ts';
import { newPage, origin, useBrowser, visit } from './browser.ts';
import { openGuide, wizard } from './guide.ts';

useBrowser();

const folder = mkdtempSync(join(tmpdir(), 'underlag '));
afterAll(() => rmSync(folder, { recursive: true }));

const guide = wizard('kontosynk');
const persona = guide.personas.toSorted((a, b) => b.advice.length - a.advice.length)[0];
const answers = persona?.answers ?? {};
const fragment = encodeAnswers(guide, answers);
const long = `börjar ${'lång text å ä ö 🦉 '.repeat(5_600)}slutar`;
const noteIds = Object.keys(answers);

/** Without LibreOffice only other readers look at the files. */
const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    console.warn(
      '\nNOT TRIED: LibreOffice is not installed, so no office program opens the records.\n',
    );
    return false;
  }
})();

async function openRecord(page: Page): Promise<void> {
  await openGuide(page, guide.id, `#${fragment}&_=resultat`);
  await page.click('.record-entry button');
  await page.waitForSelector('.record-paper');
}

async function download(page: Page, label: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`.record-take button:text-is("${label}")`),
  ]);
  await page.waitForSelector('.record-take [role=status]:has-text("klar")');
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The parts of an archive, read by a program that did not write it. */
function unpack(bytes: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (fault, archive) => {
      if (fault) return reject(fault);
      const parts = new Map<string, string>();
      archive.on('error', reject);
      archive.on('end', () => resolve(parts));
      archive.on('entry', (entry) =>
        archive.openReadStream(entry, async (wrong, stream) => {
          if (wrong) return reject(wrong);
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          parts.set(entry.fileName, Buffer.concat(chunks).toString());
          archive.readEntry();
        }),
      );
      archive.readEntry();
    });
  });
}

/** What LibreOffice reads in a document. */
async function officeText(file: string): Promise<string> {
  const profile = `-env:UserInstallation=file://${encodeURI(folder)}/profile`;
  const args = [
    profile,
    '--headless',
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    folder,
    file,
  ];
  await promisify(execFile)('soffice', args, { timeout: 120_000 });
  return readFileSync(file.replace(/\.\w+$/, '.txt'), 'utf8');
}

/** Text is the same when it is the same but for blanks: tables and line ends differ between forms. */
const plain = (text: string) => text.replace(/[\s\ufeff]+/g, ' ').trim();

describe('a decision record', () => {
  test('is written, read by others, opened again, and the same', async () => {
    const files = new Map<string, Buffer>();
    await visit({ acceptDownloads: true }, async (page) => {
      await openRecord(page);
      await page.fill('#underlag-number', 'BUN 2026/0412');
      await page.fill('#underlag-board', 'Barn- och utbildningsnämnden');
      await page.fill('#underlag-decisionDate', '2027-01-31');
      await page.fill('#underlag-background', hostileTexts.join('\n'));
      await page.click('summary:has-text("Egna skäl")');
      for (const [index, id] of noteIds.slice(0, 4).entries())
        await page.fill(`#underlag-note-${id}`, hostileTexts[index] ?? '');
      await page.click('summary:has-text("Konsekvenser")');
      await page.fill('#underlag-economy', long);
      // A reload loses nothing, and nothing of it stands in the address or is kept beyond the tab.
      await page.reload();
      await page.waitForSelector('.record-paper');
      expect(await page.inputValue('#underlag-economy')).toBe(long);
      expect(new URL(page.url()).hash).toBe(`#${fragment}&_=resultat`);
      expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
      for (const label of ['Word (DOCX)', 'OpenDocument (ODT)', 'Text (Markdown)', 'Data (JSON)']) {
        const first = await download(page, label);
        const second = await download(page, label);
        expect(second.bytes.equals(first.bytes), label).toBe(true);
        files.set(first.name.replace(/.*\./, ''), first.bytes);
        writeFileSync(join(folder, first.name), first.bytes);
      }
    });
    const json = files.get('json')?.toString() ?? '';
    const record = JSON.parse(json);
    expect(record.notes[noteIds[1] ?? '']).toBe(hostileTexts[1]);
    expect(record.consequences.economy).toBe(long);
    expect(record.fragment).toBe(fragment);

    const docx = await unpack(files.get('docx') ?? Buffer.of());
    expect([...docx.keys()][0]).toBe('[Content_Types].xml');
    expect(docx.get('docProps/core.xml')).toContain(`${record.date}T12:00:00Z`);
    const odt = await unpack(files.get('odt') ?? Buffer.of());
    expect([...odt.keys()][0]).toBe('mimetype');
    expect(odt.get('META-INF/manifest.xml')).toContain('skoldigistod.json');
    expect(odt.get('skoldigistod.json')).toBe(json);

    if (hasOffice) {
      const expected = [
        ...hostileTexts.flatMap((text) => text.split('\n')),
        long,
        'BUN 2026/0412',
        ...record.given.flatMap(({ ask, answer }: Record<string, string>) => [ask, answer]),
        ...record.sources.map(({ title }: { title: string }) => title),
        record.proof,
      ].map(plain);
      for (const form of ['docx', 'odt']) {
        const text = plain(
          await officeText(join(folder, `beslutsunderlag-${guide.id}-${record.date}.${form}`)),
        );
        expect(
          expected.filter((each) => !text.includes(each)),
          form,
        ).toEqual([]);
      }
    }

    // Opened at the start of the guide, in a browser that has never seen it, from each file.
    for (const form of ['docx', 'odt', 'json']) {
      await visit({ acceptDownloads: true }, async (page) => {
        await openGuide(page, guide.id);
        const name = `beslutsunderlag-${guide.id}-${record.date}.${form}`;
        await page.setInputFiles('.open-record input', join(folder, name));
        await page.waitForSelector('.record-paper');
        expect(await page.inputValue('#underlag-economy')).toBe(long);
        expect((await download(page, 'Data (JSON)')).bytes.toString(), form).toBe(json);
        await page.goBack();
        await page.waitForSelector(`.question h2:text-is("${guide.questions[0]?.ask}")`);
      });
    }
  }, 300_000);

  test('a file that cannot be taken is named for what it is, and changes nothing', async () => {
    const files: readonly (readonly [string, string | Buffer, RegExp])[] = [
      ['bild.docx', Buffer.from([0x89, 0x50, 0x4e, 0x47]), /inget beslutsunderlag/],
      ['annan.json', '{"a":1}', /inget beslutsunderlag/],
      ['halv.json', '{"format":"skoldigistod-beslut", "form', /går inte att läsa/],
      ['ny.json', '{"format":"skoldigistod-beslut","formatVersion":9}', /nyare version/],
      ['stor.json', Buffer.alloc(10_000_001), /för stor/],
    ];
    await visit({}, async (page) => {
      await openRecord(page);
      await page.fill('#underlag-number', 'rör inte');
      for (const [name, contents, said] of files) {
        const file = join(folder, name);
        writeFileSync(file, contents);
        await page.setInputFiles('.open-record input', file);
        await expect
          .poll(() => page.locator('.open-record [role=status]').innerText())
          .toMatch(said);
        expect(await page.inputValue('#underlag-number')).toBe('rör inte');
      }
      const other = JSON.stringify({
        ...JSON.parse((await download(page, 'Data (JSON)')).bytes.toString()),
        guide: {
          id: 'elevinloggning',
          version: 1,
          title: 'Inloggning',
          reviewed: '2026-11-23',
          address: 'https://example.org/fel',
        },
      });
      writeFileSync(join(folder, 'annan-guide.json'), other);
      await page.setInputFiles('.open-record input', join(folder, 'annan-guide.json'));
      await page.waitForSelector('.open-record a');
      expect(await page.locator('.open-record a').getAttribute('href')).toMatch(
        /^elevinloggning\.html#v=/,
      );
      expect(await page.inputValue('#underlag-number')).toBe('rör inte');
    });
  });

  test('prints as a document of its own, and going back leads to the result', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id, `#${fragment}`);
      await page.click('.check .record-make'); // from the check of the answers too
      await page.waitForSelector('.record-paper');
      await page.evaluate(() => {
        window.print = () => {
          document.body.dataset['printed'] = [
            ...document.querySelectorAll('.record-paper :is(h1, h2)'),
          ]
            .map(({ tagName }) => tagName)
            .join(' ');
        };
      });
      await page.click('.record-take button:has-text("PDF")');
      await page.waitForSelector('body[data-printed^="H1 H2 H2"]');
      await page.emulateMedia({ media: 'print' });
      for (const selector of ['.record-form', '.record-take', '.site-header', '.guide-head'])
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
      expect(await page.locator('.record-paper').isVisible()).toBe(true);
      const pdf = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
      expect(pdf).toMatch(/\/Marked true/);
      await page.emulateMedia({ media: 'screen' });
      await page.goBack();
      await page.waitForSelector('.result');
    });
  });

  test('is saved in Mina beslut only when asked to, and comes back from there', async () => {
    await visit({ acceptDownloads: true }, async (page, { context }) => {
      await openRecord(page);
      await page.fill('#underlag-number', 'BUN 7');
      await page.click('.record button:has-text("Mina beslut")');
      await page.waitForSelector('.record [role=status]:has-text("Underlaget är sparat")');
      const later = await context.newPage();
      await openGuide(later, guide.id);
      await later.click('.keep button:first-child');
      await later.click('.check .record-make');
      await later.waitForSelector('.record-paper');
      expect(await later.inputValue('#underlag-number')).toBe('BUN 7');
    });
  });

  test('axe finds nothing in its form, light and dark, wide and narrow', async () => {
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      await visit({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
        await openRecord(page);
        await page.waitForFunction(() => document.activeElement?.matches('.record-heading'));
        await page.click('summary:has-text("Egna skäl")');
        await page.click('summary:has-text("Konsekvenser")');
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(
          0,
        );
      });
    }
  });

  test('nothing of it is fetched before it is asked for', async () => {
    const { page, context } = await newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await openGuide(page, guide.id, `#${fragment}&_=resultat`);
    await page.waitForSelector('.record-entry');
    expect(fetched.filter((url) => /record|docx/.test(url))).toEqual([]);
    await context.close();
  });
});

describe('sharing a result', () => {
  test('a link, a QR code and a mail carry the answers, and never free text', async () => {
    await visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await openRecord(page);
      await page.fill('#underlag-background', 'HEMLIGT');
      await page.click('.record .back');
      await page.waitForSelector('.share');
      const address = `${origin}/beslutsguider/${guide.id}.html#${fragment}&_=resultat`;
      await page.click('.share button:has-text("Kopiera")');
      await page.waitForSelector('.share [role=status]:has-text("kopierad")');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
      const mail = decodeURIComponent((await page.locator('.share a').getAttribute('href')) ?? '');
      expect(mail).toContain(address);
      expect(mail).not.toContain('HEMLIGT');
      await page.click('.share button:has-text("QR")');
      await page.waitForSelector('.qr');
      expect(await readQr(page)).toBe(address);
      expect(await violations(page)).toEqual([]);
    });
  });
});

/** What a reader of QR codes sees in the picture: each square drawn four points wide. */
async function readQr(page: Page): Promise<string | undefined> {
  const size = Number((await page.locator('.qr').getAttribute('viewBox'))?.split(' ')[2]);
  const path = (await page.locator('.qr-dark').getAttribute('d')) ?? '';
  const width = size * 4;
  const points = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g)) {
    for (let at = 0; at < 16; at += 1) {
      const point = (Number(y) * 4 + (at >> 2)) * width + Number(x) * 4 + (at % 4);
      points.fill(0, point * 4, point * 4 + 3);
    }
  }
  const read = (jsQr as unknown as typeof import('jsqr').default)(points, width, width);
  return read?.data;
}
