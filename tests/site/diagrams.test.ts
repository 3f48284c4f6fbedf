import { describe, expect, test } from 'vitest';
import { origin, useBrowser, visit } from './browser.ts';
import { pageFiles, read } from './built-pages.ts';

useBrowser();

const pages = pageFiles.filter((file) => read(file).includes('class="diagram'));

interface Picture {
  readonly shown: number;
  readonly outside: readonly string[];
  readonly overlapping: readonly string[];
  readonly smallest: number;
  readonly width: number;
}

/** How the pictures of the page look: what leaves its frame, what lies on top of what, the smallest text. */
function look(): Picture[] {
  return [...document.querySelectorAll('.diagram')].map((figure) => {
    const shown = [...figure.querySelectorAll('svg')].filter((svg) => svg.checkVisibility());
    const frame = shown[0]?.getBoundingClientRect() ?? new DOMRect();
    const texts = [...(shown[0]?.querySelectorAll('text') ?? [])].map((text) => ({
      words: text.textContent ?? '',
      box: text.getBoundingClientRect(),
      size:
        (parseFloat(getComputedStyle(text).fontSize) * frame.width) /
        (shown[0]?.viewBox.baseVal.width ?? 1),
    }));
    const isOutside = ({ box }: { box: DOMRect }) =>
      box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 2;
    const covers = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
    return {
      shown: shown.length,
      outside: texts.filter(isOutside).map(({ words }) => words),
      overlapping: texts.flatMap((a, index) =>
        texts
          .slice(index + 1)
          .flatMap((b) => (covers(a.box, b.box) ? [`${a.words} / ${b.words}`] : [])),
      ),
      smallest: Math.min(...texts.map(({ size }) => size)),
      width: document.documentElement.scrollWidth - innerWidth,
    };
  });
}

describe.each(pages)('the picture of %s', (file) => {
  test('is one drawing at any width and on paper, with every word in its place and large enough', async () => {
    await visit({}, async (page) => {
      await page.goto(`${origin}/${file}`);
      for (const width of [1440, 1100, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        for (const picture of await page.evaluate(look)) {
          const place = `${file} at ${width}`;
          expect(picture, place).toMatchObject({
            shown: 1,
            outside: [],
            overlapping: [],
            width: 0,
          });
          expect(picture.smallest, place).toBeGreaterThanOrEqual(11);
        }
      }
      await page.setViewportSize({ width: 690, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      for (const picture of await page.evaluate(look))
        expect(picture).toMatchObject({ shown: 1, outside: [], overlapping: [] });
    });
  });
});

test('there is a picture for each of the things people would rather look at', () => {
  // The documents to print show them once more.
  expect(pages.filter((file) => !file.endsWith('skriv-ut.html'))).toHaveLength(6);
});

test('the words of a picture can be opened with the keyboard', async () => {
  await visit({ viewport: { width: 390, height: 844 } }, async (page) => {
    await page.goto(`${origin}/federation/vad-ar-en-federation.html`);
    await page.focus('.diagram summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('.diagram li').first().isVisible()).toBe(true);
    expect(await page.locator('.diagram li').count()).toBe(6);
  });
});
