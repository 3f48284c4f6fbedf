import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from '../site/axe.ts';
import { origin, useBrowser, visit } from '../site/browser.ts';
import { answerAll, heading, openGuide, wizards } from '../site/guide.ts';
import { sniff } from './codesniffer.ts';
import { counted } from './ignored.ts';

useBrowser();

const looks = [
  { colorScheme: 'light', forcedColors: 'none', width: 1280 },
  { colorScheme: 'dark', forcedColors: 'none', width: 390 },
  { colorScheme: 'light', forcedColors: 'active', width: 320 },
] as const;

describe.each(looks)('$colorScheme, forced colours $forcedColors, $width px', (look) => {
  const { width, ...colours } = look;
  const options = { ...colours, viewport: { width, height: 900 } };

  test.each(wizards)('both checkers find nothing in any state of $id', async (guide) => {
    const persona = guide.personas.toSorted((a, b) => b.advice.length - a.advice.length)[0];
    await visit(options, async (page) => {
      const found: string[] = [];
      const check = async (state: string) => {
        found.push(...(await violations(page)).map((text) => `${state}: axe ${text}`));
        const sniffed = counted('codesniffer', await sniff(page));
        found.push(...sniffed.map((text) => `${state}: codesniffer ${text}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${state}: ${wide} px too wide`);
      };
      await openGuide(page, guide.id);
      await page.waitForSelector('.guide-foot', { state: 'attached' });
      await check('question');
      await page.click('.question button[type=submit]');
      await check('error');
      await answerAll(page, guide, persona?.answers ?? {});
      await check('check');
      await page.click('.check .button');
      await page.waitForSelector('.result');
      await check('result');
      for (const summary of await page.locator('.result summary').all()) await summary.click();
      await check('explanations');
      await page.goto(`${origin}/beslutsguider/${guide.id}/karta.html${new URL(page.url()).hash}`);
      await check('map');
      expect(found).toEqual([]);
    });
  });
});

/** The accessible names of what stands in the guide, as the browser hands them to a screen reader. */
const tree = (page: Page) => page.locator('.guide').ariaSnapshot();

test.each(wizards)(
  '$id with the keyboard alone: names, focus and what is said aloud',
  async (guide) => {
    const persona = guide.personas[0];
    await visit({}, async (page) => {
      await openGuide(page, guide.id);
      await page.waitForSelector('.guide-foot', { state: 'attached' });
      const first = guide.questions[0];
      if (!first || !persona) throw new Error('no question or example');
      const shown = await tree(page);
      expect(shown).toContain(`group "${first.ask}"`);
      expect(shown).toContain(`heading "${first.ask}" [level=2]`);
      if (first.kind !== 'number') {
        for (const { label } of first.options) expect(shown).toContain(`"${label}`);
      }
      // Nothing chosen: the error is an alert, and focus goes to the field.
      await page.locator('.question button[type=submit]').focus();
      await page.keyboard.press('Enter');
      expect(await tree(page)).toMatch(/- alert: ./);
      expect(await page.evaluate(() => document.activeElement?.matches('.question input'))).toBe(
        true,
      );
      // Enter alone from here: the answers of the case, each from the field that has focus.
      for (let step = 0; step < guide.questions.length; step += 1) {
        const ask = await heading(page);
        const question = guide.questions.find((each) => each.ask === ask);
        if (!question) break;
        const value = persona.answers[question.id];
        const isNumber = question.kind === 'number';
        const focused = await page.evaluate(() => document.activeElement?.tagName);
        if (focused !== 'INPUT') await page.keyboard.press('Tab');
        if (isNumber) await page.keyboard.type(String(value));
        else {
          for (const id of typeof value === 'object' ? value : [value]) {
            const at = question.options.findIndex((option) => option.id === id);
            if (at < 9) await page.keyboard.press(String(at + 1));
            else await page.locator(`.question input[value="${id}"]`).press('Space');
          }
        }
        await page.keyboard.press('Enter');
        await expect.poll(() => heading(page)).not.toBe(ask);
        // Focus follows to the new heading, which is what a screen reader then says.
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.matches('[data-heading]')))
          .toBe(true);
      }
      await page.waitForSelector('.check');
      const change = await page.locator('.check .change button').first().ariaSnapshot();
      expect(change).toContain(first.ask);
      await page.locator('.check > .button').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.result');
      expect(await page.evaluate(() => document.activeElement?.matches('[data-heading]'))).toBe(
        true,
      );
      // A composed list has buttons of its own to take it away; these are those of the result.
      const keep = page.locator('.keep').last();
      await keep
        .getByRole('button', { name: /^Spara/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => keep.locator('[role=status]').innerText()).not.toBe('');
      for (const unnamed of await page.locator('main :is(a, button, input, summary)').all()) {
        if (!(await unnamed.isVisible())) continue;
        expect(await unnamed.ariaSnapshot()).not.toMatch(/^- (link|button|textbox|checkbox)$/m);
      }
    });
  },
);
