import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import ICAL from 'ical.js';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { encodeAnswers } from '../../src/wizards/engine/encode.ts';
import { evaluate } from '../../src/wizards/engine/evaluate.ts';
import { violations } from './axe.ts';
import { newPage, origin, useBrowser, visit } from './browser.ts';
import { dist } from './built-pages.ts';
import { answerAll, openGuide, wizard } from './guide.ts';

useBrowser();

const guide = wizard('kontosynk');
const persona = guide.personas[0];
if (!persona) throw new Error('no example case');
const steps = (evaluate(guide, persona.answers).decision?.outcomes ?? []).flatMap(
  (outcome) => outcome.steps,
);
const answers = encodeAnswers(guide, persona.answers);
const stored = JSON.stringify({ answers, day: '2026-11-02' });

async function open(page: Page, file: 'mina-beslut' | 'handlingsplan'): Promise<void> {
  await page.goto(`${origin}/${file}.html`);
  await page.waitForSelector('[data-saved][data-ready]');
}

/** Opens a page with values in storage, as an earlier visit left them. */
async function openWith(
  page: Page,
  file: 'mina-beslut' | 'handlingsplan',
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await open(page, file);
  await page.evaluate((given) => {
    for (const [key, text] of Object.entries(given)) localStorage.setItem(key, text);
  }, values);
  await page.reload();
  await page.waitForSelector('[data-saved][data-ready]');
}

const storage = (page: Page) =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).sort()));
const said = (page: Page) => page.locator('.saved-said').innerText();
const card = (page: Page, text: string) => page.locator('.plan-card', { hasText: text }).first();

async function take(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.click(`button:text-is("${button}")`);
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('Mina beslut', () => {
  test('shows what was saved in a guide; it can be named, copied, taken away and put back', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answerAll(page, guide, persona.answers);
      await page.click('.check .button');
      await page.waitForSelector('.result');
      expect(await storage(page)).toEqual({});
      await page.click('.keep button:text-is("Spara svaren i den här webbläsaren")');
      await expect
        .poll(async () => Object.keys(await storage(page)))
        .toEqual([`skd:guide:${guide.id}`]);
      await page.click('.keep-overview');
      await page.waitForSelector('.saved-card strong');
      expect(await page.locator('.saved-card').innerText()).toContain('i dag');

      await page.click('.saved-name button');
      await page.waitForSelector('.rename input:focus');
      await page.keyboard.type('Kontosynk i "Ängby" <b>');
      await page.keyboard.press('Enter');
      await page.locator('.saved-card h2', { hasText: 'Kontosynk i "Ängby" <b>' }).waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Byt namn');

      await page.click('.saved-card button:text-is("Kopiera")');
      await expect.poll(() => page.locator('.saved-card').count()).toBe(2);
      expect(await page.locator('.saved-card input[type=checkbox]:checked').count()).toBe(1);

      const before = await storage(page);
      await page.locator('.saved-card button:text-is("Ta bort")').first().click();
      await expect.poll(() => page.locator('.saved-card').count()).toBe(1);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Ångra');
      await page.keyboard.press('Enter');
      await expect.poll(() => storage(page)).toEqual(before);

      await page.click('button:text-is("Rensa allt")');
      await expect.poll(() => storage(page)).toEqual({});
      await page.click('button:text-is("Ångra")');
      await expect.poll(() => storage(page)).toEqual(before);
    });
  });

  test('a second save asks whether to replace or to keep both, and an old save can be gone on with', async () => {
    await visit({}, async (page) => {
      await openWith(page, 'mina-beslut', {
        [`skd:guide:${guide.id}`]: '{"answers":"v=1&s=b","day":"2026-11-02","name":"Gamla"}',
      });
      await page.click('.saved-card h2 a');
      await page.waitForSelector('[data-guide][data-ready]');
      expect(await page.locator('.progress').innerText()).toContain('Fråga 2');
      await openGuide(page, guide.id, `#${answers}&_=resultat`);
      await page.reload();
      await page.waitForSelector('.result');
      const save = () => page.click('.keep button:text-is("Spara svaren i den här webbläsaren")');
      await save();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toBe('Spara som nytt');
      await page.keyboard.press('Enter');
      await expect.poll(async () => Object.keys(await storage(page)).length).toBe(2);

      const other = guide.personas.find(({ answers: each }) => each !== persona.answers);
      const theirs = encodeAnswers(guide, other?.answers ?? {});
      await page.goto('about:blank');
      await openGuide(page, guide.id, `#${theirs}&_=resultat`);
      await page.waitForSelector('.result');
      await save();
      await page.click('.keep button:has-text("Ersätt ”Gamla”")');
      const first = async () => (await storage(page))[`skd:guide:${guide.id}`] ?? '';
      await expect.poll(first).toContain(theirs);
      expect(await first()).toContain('Gamla');
      expect(Object.keys(await storage(page))).toHaveLength(2);
    });
  });

  test('says when a newer version of the guide ends elsewhere, and how old answers are', async () => {
    await visit({}, async (page) => {
      const old = answers.replace(/^v=\d+/, 'v=0');
      await openWith(page, 'mina-beslut', {
        'skd:guide:kontosynk:a': JSON.stringify({
          answers: old,
          day: '2024-11-02',
          outcomes: ['annat'],
        }),
        'skd:guide:kontosynk:b': JSON.stringify({ answers: old, day: '2026-11-01' }),
        'skd:guide:kontosynk:c': JSON.stringify({ answers: 'v=99', day: '2026-10-01' }),
        'skd:guide:finns-inte': '{"answers":"v=1&a=b","day":"2026-09-01"}',
      });
      await page.waitForSelector('.saved-card strong');
      const cards = await page.locator('.saved-card').allInnerTexts();
      const all = cards.join('\n');
      expect(cards).toHaveLength(4);
      expect(all).toContain('Med samma svar blir resultatet nu');
      expect(all).toContain('Gå igenom svaren igen.');
      expect(all).toContain('äldre än ett år');
      expect(all).toContain('nyare version av guiden än den som finns här');
      expect(all).toContain('Guiden finns inte på den här webbplatsen');
    });
  });

  test('a record is kept with its answers, goes out and in, and can be gone on with', async () => {
    await visit({}, async (page) => {
      await openGuide(page, guide.id, `#${answers}&_=resultat`);
      await page.click('button:text-is("Gör ett beslutsunderlag")');
      await page.getByLabel('Ärendet i korthet').fill('Vår egen bakgrund <b>');
      await page.click('button:text-is("Spara underlaget i Mina beslut")');
      await expect
        .poll(async () => Object.values(await storage(page)).join())
        .toContain('Vår egen');
      await open(page, 'mina-beslut');
      const { bytes } = await take(page, 'Ladda ner allt som en fil');
      await page.click('button:text-is("Rensa allt")');
      await expect.poll(() => storage(page)).toEqual({});
      const file = { name: 'allt.json', mimeType: 'application/json', buffer: bytes };
      await page.setInputFiles('#oppna-fil', file);
      await page.evaluate(() => sessionStorage.clear());
      await page.click('a:text-is("Fortsätt på underlaget")');
      await page.click('button:text-is("Gör ett beslutsunderlag")');
      await expect
        .poll(() => page.getByLabel('Ärendet i korthet').inputValue())
        .toBe('Vår egen bakgrund <b>');
    });
  });

  test('a file that is not ours, newer, damaged or too large is named, and nothing is touched', async () => {
    await visit({}, async (page) => {
      await openWith(page, 'mina-beslut', {
        [`skd:guide:${guide.id}`]: stored,
        'skd:guide:metodval': 'broken {',
      });
      const before = await storage(page);
      const files: readonly (readonly [string, Buffer, string])[] = [
        ['cat.png', Buffer.from('\x89PNG'), 'är ingen fil härifrån'],
        ['<img src=x>.json', Buffer.from('{"format":"x"}'), 'är ingen fil härifrån'],
        [
          'new.json',
          Buffer.from('{"format":"skoldigistod-sparat","formatVersion":2}'),
          'nyare version',
        ],
        ['cut.json', Buffer.from('{"format":"skoldigistod-sparat","for'), 'skadad'],
        ['cut.docx', Buffer.from('PK\x03\x04not a zip'), 'skadad'],
        ['large.json', Buffer.alloc(20_000_001, 32), 'större än'],
      ];
      for (const [name, buffer, words] of files) {
        await page.setInputFiles('#oppna-fil', { name, mimeType: 'application/json', buffer });
        await expect.poll(() => said(page)).toContain(name);
        expect(await said(page)).toContain(words);
      }
      expect(await storage(page)).toEqual(before);
      const damaged = await take(page, 'Hämta som fil');
      expect(damaged.bytes.toString()).toBe('broken {');
    });
  });

  test('everything goes out in one file and comes back the same', async () => {
    await visit({}, async (page) => {
      await openWith(page, 'mina-beslut', {
        [`skd:guide:${guide.id}`]: stored,
        'skd:plan:own1':
          '{"text":"=cmd|\'x","role":"it","due":"2026-12-01","status":"doing","note":"👩‍🏫 שלום","changed":"2026-11-20T10:00:00.000Z"}',
      });
      const before = await storage(page);
      const { name, bytes } = await take(page, 'Ladda ner allt som en fil');
      expect(name).toMatch(/^skoldigistod-sparat-\d{4}-\d\d-\d\d\.json$/);
      await page.click('button:text-is("Rensa allt")');
      await expect.poll(() => storage(page)).toEqual({});
      await page.setInputFiles('#oppna-fil', { name, mimeType: 'application/json', buffer: bytes });
      await expect.poll(() => said(page)).toContain('Tillagt: 2.');
      expect(await storage(page)).toEqual(before);
      await page.setInputFiles('#oppna-fil', { name, mimeType: 'application/json', buffer: bytes });
      await expect.poll(() => said(page)).toContain('Fanns redan: 2.');
      expect(await storage(page)).toEqual(before);
    });
  });
});

describe('Min handlingsplan', () => {
  test('gathers the actions; they are owned, dated, followed up and kept, by keyboard alone', async () => {
    await visit({}, async (page) => {
      await openWith(page, 'handlingsplan', { [`skd:guide:${guide.id}`]: stored });
      await expect.poll(() => page.locator('.plan-card').count()).toBe(steps.length);
      const first = steps[0]?.text ?? '';
      const status = card(page, first).locator('select');
      await status.focus();
      await page.keyboard.press('End');
      await expect.poll(() => card(page, first).getAttribute('data-status')).toBe('done');
      // It stands in another group now, and the reader still stands in it.
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('.plan-card')?.textContent))
        .toContain(first);
      expect(await said(page)).toContain('Klara');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const role = card(page, first).locator('input[list]');
      await role.fill('Kim på it');
      await card(page, first).locator('summary').focus();
      await page.keyboard.press('Enter');
      await card(page, first).locator('textarea').fill('Rad ett\nRad två <b>');
      await page.keyboard.press('Tab');
      await page.reload();
      await expect.poll(() => page.locator('.plan-card').count()).toBe(steps.length);
      expect(await card(page, first).locator('input[list]').inputValue()).toBe('Kim på it');
      expect(await card(page, first).locator('textarea').inputValue()).toBe('Rad ett\nRad två <b>');

      await page.check('#ordning-role');
      expect(await page.locator('.plan-group h2').allInnerTexts()).toContain('Kim på it (1)');

      await page.focus('#ny-text');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('#ny-fel').innerText()).not.toBe('');
      await page.keyboard.type('=Min egen');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.plan-card').count()).toBe(steps.length + 1);
      await card(page, '=Min egen').locator('.plan-text input').fill('=Min egen åtgärd');
      await page.keyboard.press('Tab');
      await card(page, '=Min egen åtgärd').waitFor();
      await card(page, '=Min egen').locator('button:text-is("Ta bort")').click();
      await page.click('button:text-is("Ångra")');
      await expect.poll(() => page.locator('.plan-card').count()).toBe(steps.length + 1);

      const csv = await take(page, 'Tabell för Excel (CSV)');
      const table = parse(csv.bytes, { bom: true, delimiter: ';' }) as string[][];
      expect(table).toHaveLength(steps.length + 2);
      expect(table.flat()).toContain('Kim på it');
      expect(table.flat()).toContain("'=Min egen åtgärd");

      const ics = await take(page, 'Kalender (ICS)');
      const events = new ICAL.Component(ICAL.parse(ics.bytes.toString())).getAllSubcomponents();
      expect(events).toHaveLength(steps.length);
      const summaries = events.map((event) => event.getFirstPropertyValue('summary'));
      expect(summaries).toContain(`Klar: ${first}`);

      const picture = await take(page, 'Tidslinje som bild (SVG)');
      const isPicture = await page.evaluate(
        (text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.localName,
        picture.bytes.toString(),
      );
      expect(isPicture).toBe('svg');

      const docx = await take(page, 'Dokument (DOCX)');
      const parts = unzipSync(docx.bytes);
      const body = new TextDecoder().decode(parts['word/document.xml']);
      for (const { text } of steps) expect(body).toContain(text.replaceAll('&', '&amp;'));
      expect(body).toContain('=Min egen åtgärd');
      expect(await said(page)).toContain('Dokumentet');
    });
  });

  test('two tabs lose nothing: fields stand beside each other, and two notes become one', async () => {
    await visit({}, async (page, { context }) => {
      await openWith(page, 'handlingsplan', { [`skd:guide:${guide.id}`]: stored });
      const other = await context.newPage();
      await open(other, 'handlingsplan');
      await expect.poll(() => other.locator('.plan-card').count()).toBe(steps.length);
      const first = steps[0]?.text ?? '';
      // Here a note is being written while the other tab changes the same action.
      await card(page, first).locator('summary').click();
      await card(page, first).locator('textarea').fill('Från den ena');
      await card(other, first).locator('select').selectOption('doing');
      await card(other, first).locator('summary').click();
      await card(other, first).locator('textarea').fill('Från den andra');
      await other.keyboard.press('Tab');
      await expect.poll(() => card(page, first).locator('select').inputValue()).toBe('doing');
      expect(await card(page, first).locator('textarea').inputValue()).toBe('Från den ena');
      await card(page, first).locator('textarea').blur();
      const both = 'Från den andra\nFrån den ena';
      await expect.poll(() => card(other, first).locator('textarea').inputValue()).toBe(both);
    });
  });

  test('storage that is full or blocked is said, the change stays, and a file has it', async () => {
    await visit({}, async (page) => {
      await openWith(page, 'handlingsplan', { [`skd:guide:${guide.id}`]: stored });
      await page.evaluate(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      await page.fill('#ny-text', 'Får inte plats');
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=alert] h2');
      expect(await page.locator('[role=alert]').first().innerText()).toContain('fullt');
      expect(await page.locator('.plan-card').allInnerTexts()).toContainEqual(
        expect.stringContaining('Får inte plats'),
      );
      const { bytes } = await take(page, 'Ladda ner allt som en fil');
      expect(bytes.toString()).toContain('Får inte plats');
      expect((await storage(page))[`skd:guide:${guide.id}`]).toBe(stored);
    });
    await visit({}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      await open(page, 'handlingsplan');
      expect(await page.locator('[role=alert]').first().innerText()).toContain('låter inte');
      await page.fill('#ny-text', 'Bara här');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.plan-card').count()).toBe(1);
    });
  });
});

describe('both pages', () => {
  const values = {
    [`skd:guide:${guide.id}`]: JSON.stringify({
      answers,
      day: '2026-09-02',
      name: 'Å'.repeat(120),
    }),
    [`skd:guide:${guide.id}:old`]: JSON.stringify({ answers: 'v=0', day: '2020-01-01' }),
    'skd:guide:metodval': 'broken',
    'skd:plan:a1':
      '{"text":"Klar sak","role":"","due":"2026-11-20","status":"done","note":"x","changed":""}',
  };

  test.each([
    { colorScheme: 'light', width: 320 },
    { colorScheme: 'dark', width: 320 },
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
  ] as const)('axe finds nothing in $colorScheme at $width px', async ({ colorScheme, width }) => {
    await visit({ colorScheme, viewport: { width, height: 900 } }, async (page) => {
      for (const file of ['mina-beslut', 'handlingsplan'] as const) {
        await openWith(page, file, values);
        await page.waitForSelector(file === 'handlingsplan' ? '.plan-card' : '.saved-card strong');
        if (file === 'mina-beslut') await page.locator('.saved-name button').first().click();
        else await page.locator('.plan-note summary').first().click();
        expect(await violations(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
  });

  test('without JavaScript they say so, and lead on', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/mina-beslut.html`);
      expect(await page.locator('main').innerText()).toContain('JavaScript');
      expect(await page.locator('.saved-guides a').count()).toBeGreaterThan(5);
    });
  });

  test('from disk they work, and say who else can read what is saved', async () => {
    const { page, context, faults } = await newPage();
    const address = (file: string) => pathToFileURL(join(dist, file)).href;
    await page.goto(address('mina-beslut.html'));
    await page.evaluate(
      ([key, text]) => localStorage.setItem(key ?? '', text ?? ''),
      [`skd:guide:${guide.id}`, stored],
    );
    await page.goto(address('handlingsplan.html'));
    await expect.poll(() => page.locator('.plan-card').count()).toBe(steps.length);
    expect(await page.locator('.notice').first().innerText()).toContain('öppnat sidan från datorn');
    const { bytes } = await take(page, 'Tabell för Excel (CSV)');
    expect(parse(bytes, { bom: true, delimiter: ';' })).toHaveLength(steps.length + 1);
    await page.evaluate(() => localStorage.clear());
    await context.close();
    // The preloaded font is refused from disk; the folder to download is made without it.
    expect(faults.filter((fault) => !/another host: file:|woff2/.test(fault))).toEqual([]);
  });
});
