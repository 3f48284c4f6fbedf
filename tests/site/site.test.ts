import { describe, expect, test } from 'vitest';
import { withoutBlocks } from '../../src/wizards/engine/blocks.ts';
import { encodeAnswers } from '../../src/wizards/engine/encode.ts';
import { origin, useBrowser, visit } from './browser.ts';
import { openGuide, wizards } from './guide.ts';

useBrowser();

describe('the start page', () => {
  test('sends each reader the right way in one step, also without JavaScript', async () => {
    await visit({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/`);
      const choices = page.locator('.choices details');
      expect(await choices.count()).toBeGreaterThanOrEqual(10);
      await choices.first().locator('summary').click();
      const link = choices.first().locator('a').first();
      await link.click();
      expect(await page.locator('h1').innerText()).not.toBe('');
      expect(page.url()).not.toBe(`${origin}/`);
    });
  });

  test('offers to go on with a guide whose answers are saved here, and nothing else', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/`);
      expect(await page.locator('.continue').isVisible()).toBe(false);
      await page.evaluate(() => {
        localStorage.setItem('skd:guide:kontosynk', '{"answers":"v=1&s=b","day":"2026-11-23"}');
        localStorage.setItem('skd:guide:elevinloggning', '{"answers":""><img src=x>"}');
        localStorage.setItem(
          'skd:guide:kontosynk:ab12',
          '{"answers":"v=1&s=v","day":"2026-11-23","name":"<b>Norra skolan"}',
        );
      });
      await page.reload();
      expect(await page.locator('.continue li a').allInnerTexts()).toEqual([
        wizards.find(({ id }) => id === 'kontosynk')?.title,
        '<b>Norra skolan',
      ]);
      await page.locator('.continue li a').first().click();
      await page.waitForSelector('[data-ready]');
      expect(await page.locator('.progress').innerText()).toContain('Fråga 2');
    });
  });

  test('shows the state of things with how sure it is', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/`);
      expect(await page.locator('.state .status').count()).toBe(3);
      expect(await page.locator('.state').innerText()).toContain('2029');
    });
  });
});

describe('the theme', () => {
  test('follows the computer until the reader chooses, and then the choice', async () => {
    await visit({ colorScheme: 'dark' }, async (page) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
      await page.goto(`${origin}/`);
      expect(await theme()).toBe('dark');
      await page.click('.theme-button');
      expect(await theme()).toBe('light');
      await page.goto(`${origin}/om.html`);
      expect(await theme()).toBe('light');
    });
  });

  test('is dark without JavaScript too when the computer is', async () => {
    await visit({ colorScheme: 'dark', javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/`);
      const background = await page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      expect(background).toMatch(/oklch\(0\.2/);
    });
  });
});

describe('a missing address', () => {
  test.each(['/finns-inte', '/federation/finns/inte.html', '/beslutsguider/x'])(
    '%s answers 404 with a way on',
    async (path) => {
      await visit({}, async (page, { faults }) => {
        const response = await page.goto(`${origin}${path}`);
        expect(response?.status()).toBe(404);
        expect(await page.locator('h1').innerText()).toBe('Här tog vägen slut');
        const styled = await page.evaluate(
          () => getComputedStyle(document.querySelector('.button') as Element).backgroundColor,
        );
        expect(styled).not.toBe('rgba(0, 0, 0, 0)');
        faults.length = 0; // the browser logs the 404 itself
        await page.click('.not-found .button');
        expect(await page.locator('h1').innerText()).toBe('Hitta er väg');
      });
    },
  );
});

describe('layout', () => {
  test('nothing jumps while a page loads', async () => {
    await visit({ viewport: { width: 390, height: 844 } }, async (page) => {
      for (const file of [
        'index.html',
        'federation/felsokning.html',
        'beslutsguider/kontosynk.html',
      ]) {
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              shifts.push((entry as unknown as { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(`${origin}/${file}`, { waitUntil: 'networkidle' });
        const shifts = await page.evaluate(
          () => (window as unknown as { shifts: number[] }).shifts,
        );
        expect(shifts.reduce((sum, value) => sum + value, 0)).toBe(0);
      }
    });
  });

  test.each(wizards)(
    'a full result of $id prints on two pages (a composed list on ten), without buttons or menu',
    async (guide) => {
      const persona = guide.personas.toSorted((a, b) => b.advice.length - a.advice.length)[0];
      await visit({}, async (page) => {
        await openGuide(
          page,
          guide.id,
          `#${encodeAnswers(guide, persona?.answers ?? {})}&_=resultat`,
        );
        await page.waitForSelector('.result');
        const most = withoutBlocks(guide) === guide ? 2 : 10;
        const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };
        const pdf = (await page.pdf({ format: 'A4', margin })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(most);
        await page.emulateMedia({ media: 'print' });
        for (const selector of ['.site-header', '.keep', '.guide-foot', '.whole']) {
          expect(await page.locator(selector).first().isVisible()).toBe(false);
        }
      });
    },
  );
});
