import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { computeNumbers } from '../../src/wizards/engine/compute-numbers.ts';
import { encodeAnswers } from '../../src/wizards/engine/encode.ts';
import { resolvePosition } from '../../src/wizards/engine/resolve-position.ts';
import type { Persona } from '../../src/wizards/engine/types.ts';
import { violations } from './axe.ts';
import { origin, useBrowser, visit } from './browser.ts';
import { openGuide, wizard } from './guide.ts';

useBrowser();

const guide = wizard('supportorganisation');
const figures = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });

function persona(id: string): Persona {
  const found = guide.personas.find((each) => each.id === id);
  if (!found) throw new Error(`no case "${id}"`);
  return found;
}

/** The numbers as the page should show them, with our rules of thumb or other ones. */
function expected({ answers }: Persona, own = {}): readonly string[] {
  const { path } = resolvePosition(guide, answers);
  return computeNumbers(guide, path, own).map(
    ({ number, value }) => `${figures.format(value)} ${number.unit}`,
  );
}

async function openResult(page: Page, { answers }: Persona): Promise<void> {
  await openGuide(page, guide.id, `#${encodeAnswers(guide, answers)}&_=resultat`);
  await page.waitForSelector('.numbers');
}

/** Numbers on the screen; the spaces of large numbers are narrow and do not matter here. */
const shown = async (page: Page) =>
  (await page.locator('.number-value').allInnerTexts()).map((text) => text.replace(/\s/g, ' '));

const plain = (texts: readonly string[]) => texts.map((text) => text.replace(/\s/g, ' '));

const medium = persona('medelstor-kommun');
const perTechnician = /Enheter per tekniker/;

describe('the numbers', () => {
  test.each(guide.personas)('$id gets what the formulas give', async (each) => {
    await visit({}, async (page) => {
      await openResult(page, each);
      expect(await shown(page)).toEqual(plain(expected(each)));
      expect(plain(expected(each)).join()).not.toContain('NaN');
    });
  });

  test('a known case: 2 800 devices on two platforms need about four technicians', async () => {
    await visit({}, async (page) => {
      await openResult(page, medium);
      const card = page.locator('.number-result', { hasText: 'Skoltekniker' });
      expect(await card.locator('.number-value').innerText()).toBe('4,3 årsarbetare');
      expect(await card.innerText()).toContain('Vanligt spann: 3,5–5,6 årsarbetare');
      expect(await card.innerText()).toMatch(
        /antal enheter \(2\s800\) delat med enheter per tekniker med två plattformar \(650\)/,
      );
    });
  });

  test('a changed rule of thumb changes the number at once, aloud, and can be taken back', async () => {
    await visit({}, async (page) => {
      await openResult(page, medium);
      const before = await page.locator('.outcome h2').innerText();
      await page.getByLabel(perTechnician).fill('400');
      expect(await shown(page)).toEqual(plain(expected(medium, { 'per-tekniker-tva': 400 })));
      expect(await shown(page)).toContain('7 årsarbetare');
      expect(await page.locator('.numbers [role=status]').innerText()).toBe(
        'Skoltekniker: 7 årsarbetare.',
      );
      expect(await page.locator('.outcome h2').innerText()).toBe(before);
      await page.getByRole('button', { name: 'Ta tillbaka 650' }).click();
      expect(await shown(page)).toEqual(plain(expected(medium)));
      expect(await page.getByLabel(perTechnician).inputValue()).toBe('650');
    });
  });

  test('a changed rule reaches the numbers that build on it', async () => {
    await visit({}, async (page) => {
      await openResult(page, medium);
      await page.getByLabel('Ärenden per enhet och läsår').fill('3');
      const own = { 'arenden-per-enhet': 3 };
      expect(await shown(page)).toEqual(plain(expected(medium, own)));
      const said = await page.locator('.numbers [role=status]').innerText();
      expect(said).toContain('Ärenden: 210');
      expect(said).toContain('Servicedesk: 1,8');
    });
  });

  test.each(['', '0', '99999'])(
    '“%s” is no rule of thumb: the page says so and counts on',
    async (typed) => {
      await visit({}, async (page) => {
        await openResult(page, medium);
        const field = page.getByLabel(perTechnician);
        await field.fill(typed);
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        const note = await field.getAttribute('aria-describedby');
        expect(await page.locator(`[id="${note}"]`).innerText()).toMatch(
          /mellan 100 och 3\s000.*räknar vi med 650/,
        );
        expect(await shown(page)).toEqual(plain(expected(medium)));
      });
    },
  );

  test('own values stay while an answer is looked at, and are gone with the page', async () => {
    await visit({}, async (page) => {
      await openResult(page, medium);
      await page.getByLabel(perTechnician).fill('425');
      await page.locator('.result .fold', { hasText: 'Era svar' }).locator('summary').click();
      await page.locator('.result .change button, .result .answers button').first().click();
      await page.waitForSelector('.question');
      await page.goBack();
      await page.waitForSelector('.numbers');
      expect(await page.getByLabel(perTechnician).inputValue()).toBe('425');
      const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + location.href);
      expect(kept).not.toContain('425');
      await page.reload();
      await page.waitForSelector('.numbers');
      expect(await page.getByLabel(perTechnician).inputValue()).toBe('650');
    });
  });
});

describe('for everybody', () => {
  test('every field has a label and a source, and is reached with the keyboard', async () => {
    await visit({}, async (page) => {
      await openResult(page, medium);
      const fields = page.locator('.thumb input');
      const count = await fields.count();
      expect(count).toBeGreaterThan(8);
      expect(await page.locator('.thumb a').count()).toBe(count);
      await fields.first().focus();
      await page.keyboard.press('ArrowUp');
      expect(await fields.first().inputValue()).toBe('700');
      expect(await shown(page)).toEqual(plain(expected(medium, { 'per-tekniker-tva': 700 })));
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
        'Ta tillbaka 650',
      );
    });
  });

  test.each([1280, 320])('axe finds nothing on the result, %d pixels wide', async (width) => {
    await visit({ viewport: { width, height: 900 } }, async (page) => {
      await openResult(page, persona('stor-stad'));
      await page.getByLabel(perTechnician).fill('');
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    });
  });
});

test('the guide as text has the formulas with our values', async () => {
  await visit({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/beslutsguider/supportorganisation.html`);
    const text = await page.locator('.whole').innerText();
    for (const { label, thumbs } of guide.numbers) {
      expect(text).toContain(label);
      for (const { value } of thumbs) expect(text).toContain(figures.format(value));
    }
    expect(text).toContain('det största av');
  });
});
