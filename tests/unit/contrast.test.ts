import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../src/styles/site.css'), 'utf8');

/** The colour tokens of one theme, read from the style sheet: name → colour. */
function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([a-z-]+):\s*(oklch\([^)]+\))/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

const themes = { light: tokens(':root {'), dark: tokens(":root[data-theme='dark'] {") };

/** Text, its ground, and the least contrast we allow: 7 where it can be, never under 4.5. */
const pairs: readonly (readonly [string, string, number])[] = [
  ['ink', 'paper', 12],
  ['ink', 'ground', 12],
  ['ink', 'accent-ground', 10],
  ['ink-soft', 'paper', 7],
  ['ink-soft', 'ground', 7],
  ['ink-soft', 'accent-ground', 6.5],
  ['accent', 'paper', 7],
  ['accent', 'ground', 7],
  ['accent', 'accent-ground', 6.5],
  ['accent-strong', 'accent-ground', 7],
  ['on-accent', 'accent', 7],
  ['klart', 'paper', 7],
  ['klart', 'ground', 6.5],
  ['vag', 'paper', 7],
  ['vag', 'ground', 6.5],
  ['stopp', 'paper', 7],
  ['stopp', 'ground', 6.5],
  ['ink', 'stopp-ground', 10],
  ['ink', 'vag-ground', 10],
  // edges of controls and the mark of focus, WCAG 1.4.11: 3 is enough
  ['line-strong', 'paper', 4],
  ['line-strong', 'accent-ground', 3],
  ['focus', 'paper', 4.5],
];

describe.each(Object.entries(themes))('colours in the %s theme', (_name, colours) => {
  test.each(pairs)('%s on %s has a contrast of at least %d', (text, ground, least) => {
    const [front, back] = [colours.get(text), colours.get(ground)];
    if (!front || !back) throw new Error(`no colour "${text}" or "${ground}"`);
    expect(wcagContrast(front, back)).toBeGreaterThanOrEqual(least);
  });
});

test('the dark tokens are the same whether the theme is chosen or follows the computer', () => {
  const followed = tokens(':root:not([data-theme]) {');
  expect(Object.fromEntries(followed)).toEqual(Object.fromEntries(themes.dark));
  expect(themes.dark.size).toBe(themes.light.size);
});
