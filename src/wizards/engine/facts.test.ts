import { describe, expect, test } from 'vitest';
import { factState } from './fact-state.ts';
import { readFacts } from './facts.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answer } from './types.ts';
import { login, question, wizardOf } from './wizards.fixtures.ts';

const scale = [
  { id: 'ja', code: 'j', label: 'ja', scores: { $: 2 } },
  { id: 'delvis', code: 'd', label: 'delvis', scores: { $: 1 } },
  { id: 'nej', code: 'n', label: 'nej', scores: { $: 0 } },
  { id: 'ej-aktuellt', code: 'e', label: 'ej-aktuellt', notApplicable: true },
];
const bands = [
  { id: 'lag', label: 'lag', from: 0 },
  { id: 'mellan', label: 'mellan', from: 50 },
  { id: 'hog', label: 'hog', from: 80 },
];
const assessment = wizardOf({
  scales: { uppfyllt: { options: scale } },
  questions: ['a', 'b', 'c'].map((id) =>
    question({ id, code: id, scale: 'uppfyllt', score: 'styrning' }),
  ),
  facts: [
    { id: 'andel', label: 'andel', total: 'styrning', as: 'share', bands },
    {
      id: 'summa',
      label: 'summa',
      total: 'styrning',
      bands: [
        { id: 'start', label: 'start', from: 2 },
        { id: 'klart', label: 'klart', from: 5 },
      ],
    },
  ],
});

function fact(id: string, answers: Readonly<Record<string, Answer>>) {
  return readFacts(assessment, new Map(Object.entries(answers)))(id);
}

describe('totals', () => {
  test.each([
    ['counts the highest share', { a: 'ja', b: 'ja', c: 'ja' }, 'hog', 'klart'],
    ['begins a band at its lowest value', { a: 'ja', b: 'delvis', c: 'nej' }, 'mellan', 'start'],
    [
      'leaves "ej aktuellt" out of the highest possible',
      { a: 'ja', b: 'ja', c: 'ej-aktuellt' },
      'hog',
      'start',
    ],
    [
      'takes what is below the second band into the first',
      { a: 'nej', b: 'nej', c: 'nej' },
      'lag',
      'start',
    ],
  ])('%s', (_name, answers, share, sum) => {
    expect(fact('andel', answers)).toBe(share);
    expect(fact('summa', answers)).toBe(sum);
  });

  test('are absent when nothing that applies counts', () => {
    expect(fact('andel', { a: 'ej-aktuellt', b: 'ej-aktuellt', c: 'ej-aktuellt' })).toBeUndefined();
    expect(fact('summa', {})).toBeUndefined();
  });

  test('count options chosen together as possible together, and exclusive ones alone', () => {
    const both = wizardOf({
      questions: [
        question({
          id: 'val',
          code: 'v1',
          multiple: { exclusive: ['inget'] },
          options: [
            { id: 'x', code: 'x', label: 'x', scores: { p: 3 } },
            { id: 'y', code: 'y', label: 'y', scores: { p: 1 } },
            { id: 'inget', code: 'i', label: 'inget', scores: { p: 0 } },
          ],
        }),
      ],
      facts: [{ id: 'andel', label: 'andel', total: 'p', as: 'share', bands }],
    });
    const share = (answer: Answer) => readFacts(both, new Map([['val', answer]]))('andel');
    expect([share(['x', 'y']), share(['x']), share(['y']), share(['inget'])]).toEqual([
      'hog',
      'mellan',
      'lag',
      'lag',
    ]);
  });
});

describe('factState', () => {
  const state = (answers: Readonly<Record<string, Answer>>, id: string) =>
    factState(login, resolvePosition(login, answers), id);

  test('is absent when no applicable question sets the fact', () => {
    expect(state({ grupp: 'f-3', elever: 80 }, 'enheter')).toEqual({ state: 'absent' });
  });

  test('is open when a question that sets it is not answered yet', () => {
    expect(state({ grupp: 'gy' }, 'elever')).toEqual({ state: 'open' });
    expect(state({ grupp: 'gy' }, 'stor')).toEqual({ state: 'open' });
  });

  test('is valued when the question is answered', () => {
    expect(state({ grupp: 'gy', elever: 1500 }, 'stor')).toEqual({ state: 'valued', value: true });
    expect(state({ grupp: 'gy' }, 'grupp')).toEqual({ state: 'valued', value: 'gy' });
  });
});
