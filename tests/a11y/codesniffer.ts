import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync(
  new URL('../../node_modules/html_codesniffer/build/HTMLCS.js', import.meta.url),
  'utf8',
);

interface Message {
  readonly type: number;
  readonly code: string;
  readonly msg: string;
  readonly element: Element;
}

/** What HTML_CodeSniffer calls errors against WCAG 2 AA: rule, element, why. */
export async function sniff(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const { HTMLCS } = window as unknown as {
          HTMLCS: {
            ERROR: number;
            process(standard: string, what: Document, done: () => void): void;
            getMessages(): Message[];
          };
        };
        HTMLCS.process('WCAG2AA', document, () => {
          const errors = HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR);
          resolve(
            errors.map(
              ({ code, msg, element }) => `${code}: ${element.outerHTML?.slice(0, 140)} – ${msg}`,
            ),
          );
        });
      }),
  );
}
