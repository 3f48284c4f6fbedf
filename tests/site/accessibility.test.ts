import { describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { newPage, origin, useBrowser, visit } from './browser.ts';
import { pageFiles } from './built-pages.ts';
import { answer, answerAll, openGuide, wizards } from './guide.ts';

useBrowser();

/** One document to print stands for all: they are long, and alike. */
const visited = pageFiles.filter(
  (file) => !file.endsWith('skriv-ut.html') || file === 'federation/skriv-ut.html',
);

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 320].map((width) => ({
    colorScheme,
    width,
    options: { colorScheme, viewport: { width, height: 900 } },
  })),
);

describe.each(looks)('axe finds nothing in $colorScheme at $width px', ({ options, width }) => {
  test('on any page, and no page scrolls sideways', async () => {
    const { page, context, faults } = await newPage(options);
    const found: string[] = [];
    for (const file of visited) {
      await page.goto(`${origin}/${file}`);
      found.push(...(await violations(page)).map((violation) => `${file} ${violation}`));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0)
        found.push(`${file} is ${overflow} px wider than the window at ${width} px`);
    }
    await context.close();
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
  }, 600_000);

  test.each(wizards)('in any state of $id', async (guide) => {
    const persona = guide.personas.toSorted((a, b) => b.advice.length - a.advice.length)[0];
    if (!persona) throw new Error(`${guide.id} has no example case`);
    await visit(options, async (page) => {
      const found: string[] = [];
      const look = async (state: string) => {
        found.push(...(await violations(page)).map((violation) => `${state}: ${violation}`));
      };
      await openGuide(page, guide.id);
      await page.click('.question button[type=submit]');
      await look('error');
      await page.click('.why summary');
      await look('question with its reason');
      await answerAll(page, guide, persona.answers);
      await look('check');
      await page.click('.check .button');
      await page.waitForSelector('.result');
      for (const summary of await page.locator('.result summary').all()) await summary.click();
      await look('result');
      await page.click('.whole > summary');
      await look('the whole guide as text');
      await openGuide(page, guide.id, '#v=2&zz=1');
      await look('damaged link');
      expect(found).toEqual([]);
    });
  });

  test('with the search open and with hits', async () => {
    await visit(options, async (page) => {
      await page.goto(`${origin}/`);
      await page.click('.search-link');
      await page.fill('.search-dialog input', 'federation');
      await page.waitForSelector('.hits li');
      expect(await violations(page)).toEqual([]);
    });
  });
});

describe('keyboard', () => {
  test('the first stop leads past the header to the content', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/federation/felsokning.html`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(
        true,
      );
    });
  });

  test('every stop on a page can be seen', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/e-legitimation/personal.html`);
      const unseen: string[] = [];
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          return {
            html: element.outerHTML.slice(0, 80),
            ok: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && box.height > 0,
          };
        });
        if (seen && !seen.ok) unseen.push(seen.html);
      }
      expect(unseen).toEqual([]);
    });
  });

  test('targets are at least 24 px, and choices and buttons at least 44', async () => {
    await visit({ viewport: { width: 390, height: 844 } }, async (page) => {
      await openGuide(page, wizards[0]?.id ?? '');
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '.option, .button, .link, summary, .site-header a, .site-header button',
          ),
        ]
          .filter(
            (element) => element.checkVisibility() && element.getBoundingClientRect().height < 44,
          )
          .map(
            (element) =>
              `${element.outerHTML.slice(0, 80)} ${element.getBoundingClientRect().height}`,
          ),
      );
      expect(small).toEqual([]);
    });
  });

  test('the text can be spaced out as WCAG 1.4.12 asks without losing anything', async () => {
    await visit({ viewport: { width: 320, height: 900 } }, async (page) => {
      await openGuide(page, wizards[0]?.id ?? '');
      await page.evaluate(() => {
        for (const element of document.querySelectorAll<HTMLElement>('body *')) {
          element.style.setProperty('line-height', '1.5', 'important');
          element.style.setProperty('letter-spacing', '0.12em', 'important');
          element.style.setProperty('word-spacing', '0.16em', 'important');
        }
      });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  });

  test('nothing moves by itself with reduced motion', async () => {
    await visit({ reducedMotion: 'reduce' }, async (page) => {
      await openGuide(page, wizards[0]?.id ?? '');
      const first = wizards[0]?.questions[0];
      const persona = wizards[0]?.personas[0];
      if (!first || !persona) throw new Error('no guide');
      await answer(page, first, persona.answers[first.id] ?? '');
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    });
  });
});
