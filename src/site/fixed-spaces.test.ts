import { expect, test } from 'vitest';
import { withFixedSpaces } from './fixed-spaces.ts';

const fixed = (text: string) => withFixedSpaces(text).replaceAll('\u00a0', '_');

test('a large number and its unit stay on one line', () => {
  expect(fixed('Högst 700 000 kr exklusive moms, eller 1 280 000 kr.')).toBe(
    'Högst 700_000_kr exklusive moms, eller 1_280_000_kr.',
  );
  expect(fixed('216 000 euro, 20 procent och 4 miljoner kr')).toBe(
    '216_000_euro, 20_procent och 4_miljoner kr',
  );
});

test('other figures are left alone', () => {
  for (const text of [
    'SS 12000:2020',
    '20 november 2026',
    'RFC 9932',
    'år 2026 100 elever',
    '2 kronofogdar',
  ])
    expect(fixed(text)).toBe(text);
});
