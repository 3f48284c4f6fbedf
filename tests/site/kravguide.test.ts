import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dsvFormat } from 'd3-dsv';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullRequirements } from '../../src/wizards/engine/blocks.ts';
import { encodeAnswers } from '../../src/wizards/engine/encode.ts';
import type { Persona, Requirement } from '../../src/wizards/engine/types.ts';
import { violations } from './axe.ts';
import { newPage, origin, useBrowser, visit } from './browser.ts';
import { dist } from './built-pages.ts';
import { answerAll, openGuide, wizard } from './guide.ts';

useBrowser();

const guide = wizard('kravguide');

/** What the guide promises for a case: every requirement of every outcome, in order. */
function expected(persona: Persona): readonly Requirement[] {
  return persona.outcomes.flatMap((id) => {
    const outcome = guide.outcomes.find((each) => each.id === id);
    return outcome ? fullRequirements(outcome) : [];
  });
}

function persona(id: string): Persona {
  const found = guide.personas.find((each) => each.id === id);
  if (!found) throw new Error(`no case "${id}"`);
  return found;
}

const fragment = ({ answers }: Persona) => `#${encodeAnswers(guide, answers)}&_=resultat`;

async function openResult(page: Page, id: string): Promise<void> {
  await openGuide(page, guide.id, fragment(persona(id)));
  await page.waitForSelector('.requirements');
}

/** Ids of the requirements on the screen, in order. */
const shownIds = (page: Page) =>
  page
    .locator('.requirements tbody th[scope=row]')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent?.split(' ')[0] ?? ''));

async function download(page: Page, button: string, name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe(name);
  return readFileSync((await file.path()) ?? '', 'utf8');
}

/** The rows of the CSV file, read by somebody else than the one who wrote it. */
async function downloadRows(page: Page): Promise<string[][]> {
  const text = await download(page, 'Hämta som CSV', 'kravlista.csv');
  expect(text.startsWith('\ufeff')).toBe(true);
  return dsvFormat(';').parseRows(text.slice(1));
}

describe('the composed list', () => {
  test.each(guide.personas)('$id gets the requirements of its blocks', async (each) => {
    await visit({}, async (page) => {
      await openResult(page, each.id);
      expect(await shownIds(page)).toEqual(expected(each).map(({ id }) => id));
      const must = expected(each).filter(({ kind }) => kind === 'ska').length;
      expect(await page.locator('.requirements > p').first().innerText()).toContain(
        `${must} ska-krav`,
      );
      expect(await page.locator('.requirements .notice').count()).toBe(must > 40 ? 1 : 0);
      // what is recommended comes first, and once
      expect(await page.locator('.outcome').count()).toBe(1);
    });
  });

  test('answers one at a time lead to the same list', async () => {
    const small = persona('forskola');
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await answerAll(page, guide, small.answers);
      await page.click('.check .button');
      await page.waitForSelector('.requirements');
      expect(await shownIds(page)).toEqual(expected(small).map(({ id }) => id));
    });
  });

  test('an answer that adds no recommendation says that the list may change', async () => {
    const { answers } = persona('liten-friskola');
    await visit({}, async (page) => {
      await openGuide(page, guide.id, `#${encodeAnswers(guide, answers)}&_=i`);
      await page.check('.question input[value=ja]');
      const notice = page.locator('.guide > .notice');
      await notice.waitFor();
      expect(await notice.innerText()).toContain('Kravlistan kan ändras');
    });
  });

  test('is a table with headings on a wide screen and cards on a phone', async () => {
    await visit({}, async (page) => {
      await openResult(page, 'liten-friskola');
      expect(await page.getByRole('columnheader', { name: 'Uppföljning' }).count()).toBe(1);
    });
    await visit({ viewport: { width: 360, height: 740 } }, async (page) => {
      await openResult(page, 'liten-friskola');
      const box = await page.locator('.requirements tbody tr').nth(1).boundingBox();
      expect(box?.width).toBeLessThanOrEqual(360);
      expect(box?.height).toBeGreaterThan(80);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(360);
    });
  });
});

describe('taking the list away', () => {
  test('as CSV and Markdown: every requirement in a row, with what a spreadsheet needs', async () => {
    const big = persona('stor-stad');
    await visit({ acceptDownloads: true }, async (page) => {
      await openResult(page, big.id);
      const [head, ...rows] = await downloadRows(page);
      expect(head).toEqual([
        'Nr',
        'Del',
        'Ska eller bör',
        'Krav',
        'Bevis',
        'Uppföljning',
        'Ansvarig',
      ]);
      const wanted = expected(big);
      expect(rows.map((row) => row[0])).toEqual(wanted.map(({ id }) => id));
      expect(rows.map((row) => row[3])).toEqual(wanted.map(({ text }) => text));
      expect(rows.every((row) => row.length === 7)).toBe(true);

      const text = await download(page, 'Hämta som Markdown', 'kravlista.md');
      const lines = text.split('\n');
      expect(lines.flatMap((line) => line.match(/^\| (k\d\S*) \|/)?.[1] ?? [])).toEqual(
        wanted.map(({ id }) => id),
      );
      expect(text).toContain('## Ta reda på detta innan listan används');
    });
  });

  test('as text: with room for what only the buyer knows', async () => {
    const options = { permissions: ['clipboard-read', 'clipboard-write'] };
    await visit(options, async (page) => {
      await openResult(page, 'forskola');
      await page.click('.requirements .button:not(.button-quiet)');
      await page.waitForSelector('.requirements [role=status]:text-is("Listan är kopierad.")');
      const text = await page.evaluate(() => navigator.clipboard.readText());
      for (const { id, text: words } of expected(persona('forskola'))) {
        expect(text).toContain(`${id} `);
        expect(text).toContain(words);
      }
      expect(text).toContain('Huvudman:');
      expect(text).toContain('Krav som vi har valt bort');
    });
  });

  test('when the browser refuses to copy, the text is shown to copy by hand', async () => {
    await visit({}, async (page) => {
      await page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      });
      await openResult(page, 'forskola');
      await page.click('.requirements .button:not(.button-quiet)');
      expect(await page.getByLabel('Listan som text').inputValue()).toContain('KRAVLISTA');
    });
  });

  test('works from a page on disk', async () => {
    const { page, context } = await newPage({ acceptDownloads: true });
    const file = pathToFileURL(join(dist, 'beslutsguider/kravguide.html'));
    await page.goto(`${file}${fragment(persona('bara-datorer'))}`);
    await page.waitForSelector('.requirements');
    const rows = await downloadRows(page);
    expect(rows).toHaveLength(expected(persona('bara-datorer')).length + 1);
    await context.close();
  });
});

describe('for everybody', () => {
  test('the buttons are reached and used with the keyboard', async () => {
    await visit({ acceptDownloads: true }, async (page) => {
      await openResult(page, 'forskola');
      await page.locator('.requirements .button').first().focus();
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Hämta som CSV');
      const waiting = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      await waiting;
      const said = await page.locator('.requirements [role=status]').innerText();
      expect(said).toContain('kravlista.csv');
    });
  });

  test.each([1280, 360])('axe finds nothing on the result, %d pixels wide', async (width) => {
    await visit({ viewport: { width, height: 900 } }, async (page) => {
      await openResult(page, 'liten-kommun');
      expect(await violations(page)).toEqual([]);
    });
  });
});

test('the guide as text has every requirement with evidence and owner', async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/beslutsguider/kravguide.html`);
    const text = await page.locator('.whole').innerText();
    for (const { id, text: words, evidence } of guide.outcomes.flatMap(fullRequirements)) {
      expect(text).toContain(`${id} `);
      expect(text).toContain(words);
      expect(text).toContain(`Bevis: ${evidence}`);
    }
  });
});
