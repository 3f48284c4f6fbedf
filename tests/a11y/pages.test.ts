import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { violations } from '../site/axe.ts';
import { newPage, origin, useBrowser } from '../site/browser.ts';
import { dist, files, pageFiles } from '../site/built-pages.ts';
import { sniff } from './codesniffer.ts';
import { counted } from './ignored.ts';

useBrowser();

const jar = join(dist, '../node_modules/vnu-jar/build/dist/vnu.jar');
/** One document to print stands for all: they hold what the pages hold, and take minutes. */
const pages = pageFiles.filter(
  (file) => !file.endsWith('skriv-ut.html') || file === 'federation/skriv-ut.html',
);

test('the Nu HTML Checker finds no error in any file', () => {
  const html = files.filter((file) => file.endsWith('.html'));
  const args = ['-Xmx1g', '-jar', jar, '--errors-only', '--exit-zero-always', '--format', 'json'];
  const output = execFileSync('java', [...args, '--stdout', ...html], {
    cwd: dist,
    maxBuffer: 1e9,
    encoding: 'utf8',
  });
  const { messages } = JSON.parse(output) as {
    messages: { message: string; url: string; extract?: string }[];
  };
  const found = messages.map(({ message, url, extract }) => `${message} ${url}: ${extract}`);
  expect(counted('nu', found)).toEqual([]);
});

const looks = [
  { name: 'light at 1280 px', options: { viewport: { width: 1280, height: 900 } } },
  {
    name: 'dark at 390 px',
    options: { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  },
] as const;

describe.each(looks)('$name', ({ options }) => {
  test('HTML_CodeSniffer finds no error on any page', async () => {
    const { page, context } = await newPage(options);
    const found: string[] = [];
    for (const file of pages) {
      await page.goto(`${origin}/${file}`);
      found.push(...(await sniff(page)).map((error) => `${error} (${file})`));
    }
    await context.close();
    expect(counted('codesniffer', found)).toEqual([]);
  });
});

test('axe finds nothing on any page in forced colours at 390 px, and nothing scrolls sideways', async () => {
  const { page, context, faults } = await newPage({
    forcedColors: 'active',
    viewport: { width: 390, height: 844 },
  });
  const found: string[] = [];
  for (const file of pages) {
    await page.goto(`${origin}/${file}`);
    found.push(...(await violations(page)).map((violation) => `${file} ${violation}`));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) found.push(`${file} is ${wide} px too wide`);
  }
  await context.close();
  expect(found).toEqual([]);
  expect(faults).toEqual([]);
});

test('every link, button and field outside running text is at least 24 px, or has room', async () => {
  const { page, context } = await newPage({ viewport: { width: 390, height: 844 } });
  const found: string[] = [];
  for (const file of pages) {
    await page.goto(`${origin}/${file}`);
    found.push(
      ...(
        await page.evaluate(() => {
          const inText = 'p, li, td, dd, dt, .crumbs';
          return [
            ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select'),
          ]
            .filter((element) => element.checkVisibility() && !element.closest(inText))
            .filter((element) => {
              const { width, height } = element.getBoundingClientRect();
              return width > 0 && (height < 24 || width < 24);
            })
            .map((element) => element.outerHTML.slice(0, 100));
        })
      ).map((element) => `${file} ${element}`),
    );
  }
  await context.close();
  expect(found).toEqual([]);
});

test('with the spacing of WCAG 1.4.12 nothing is cut off or scrolls sideways at 320 px', async () => {
  const { page, context } = await newPage({ viewport: { width: 320, height: 800 } });
  const found: string[] = [];
  for (const file of pages) {
    await page.goto(`${origin}/${file}`);
    const wide = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
      );
      document.adoptedStyleSheets = [sheet];
      return document.documentElement.scrollWidth - innerWidth;
    });
    if (wide > 0) found.push(`${file} is ${wide} px too wide`);
  }
  await context.close();
  expect(found).toEqual([]);
});
