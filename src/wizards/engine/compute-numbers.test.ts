import { describe, expect, test } from 'vitest';
import { computeNumbers, namesIn } from './compute-numbers.ts';
import type { RawFormula, RawNumber } from './raw-wizard.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answers } from './types.ts';
import { options, question, wizardOf } from './wizards.fixtures.ts';

const questions = [
  question({ id: 'elever', code: 'e', number: { min: 0, max: 10_000, unit: 'elever' } }),
  question({ id: 'plattform', code: 'p', options: options('en', 'flera') }),
  question({
    id: 'enheter',
    code: 'n',
    when: { plattform: 'flera' },
    number: { min: 1, max: 10_000, unit: 'enheter' },
  }),
];
const thumb = { label: 'Tumregel', unit: 'st', step: 1, source: 'egen-bedomning' };
const perPupil = { ...thumb, id: 'per-elev', value: 1.2, min: 0.1, max: 3 };
const perPerson = {
  ...thumb,
  id: 'per-tekniker',
  value: 600,
  min: 100,
  max: 2000,
  usual: { from: 500, to: 800 },
};

const wizardWith = (...numbers: readonly RawNumber[]) => wizardOf({ questions, numbers });
const number = (formula: RawFormula, given: Partial<RawNumber> = {}): RawNumber => ({
  id: 'tal',
  label: 'Tal',
  unit: 'st',
  formula,
  ...given,
});

/** The numbers by id. */
function valuesOf(numbers: readonly RawNumber[], answers: Answers, own = {}) {
  const wizard = wizardWith(...numbers);
  const results = computeNumbers(wizard, resolvePosition(wizard, answers).path, own);
  return Object.fromEntries(results.map((result) => [result.number.id, result.value]));
}

const answers = { elever: 2400, plattform: 'en' };

describe('formulas', () => {
  test.each<[RawFormula, number]>([
    [7, 7],
    ['elever', 2400],
    [{ sum: ['elever', 1, 2] }, 2403],
    [{ product: ['elever', 2] }, 4800],
    [{ divide: ['elever', 1000] }, 2.4],
    [{ roundUp: { divide: ['elever', 1000] } }, 3],
    [{ roundUp: { product: [0.1, 30] } }, 3],
    [{ largest: [0.2, { divide: ['elever', 48_000] }] }, 0.2],
    [{ known: ['enheter', { product: ['elever', 1.5] }] }, 3600],
  ])('%j is %d', (formula, value) => {
    expect(valuesOf([number(formula)], answers)).toEqual({ tal: value });
  });

  test('a number without a value is left out: not asked, not applicable, divided by zero', () => {
    expect(valuesOf([number('enheter')], answers)).toEqual({});
    expect(valuesOf([number(1, { when: { plattform: 'flera' } })], answers)).toEqual({});
    expect(valuesOf([number({ divide: [1, 'elever'] })], { ...answers, elever: 0 })).toEqual({});
  });

  test('a later number builds on an earlier one, and an answer goes before a guess', () => {
    const numbers = [
      number({ known: ['enheter', { product: ['elever', 'per-elev'] }] }, { thumbs: [perPupil] }),
      number({ divide: ['tal', 'per-tekniker'] }, { id: 'tekniker', thumbs: [perPerson] }),
    ];
    expect(valuesOf(numbers, answers)).toEqual({ tal: 2880, tekniker: 4.8 });
    const known = { elever: 2400, plattform: 'flera', enheter: 1200 };
    expect(valuesOf(numbers, known)).toEqual({ tal: 1200, tekniker: 2 });
  });
});

describe('rules of thumb', () => {
  const numbers = [number({ divide: ['elever', 'per-tekniker'] }, { thumbs: [perPerson] })];
  const wizard = wizardWith(...numbers);
  const { path } = resolvePosition(wizard, answers);

  test('an own value goes before ours, and our usual ends then say nothing', () => {
    const [ours] = computeNumbers(wizard, path);
    expect(ours).toMatchObject({ value: 4, usual: { from: 3, to: 4.8 } });
    const [own] = computeNumbers(wizard, path, { 'per-tekniker': 300 });
    expect(own).toMatchObject({ value: 8, usual: null });
  });

  test('the formula that is shown has only what was used', () => {
    const [result] = computeNumbers(
      wizardWith(number({ known: ['enheter', { sum: ['elever', 1] }] })),
      path,
    );
    expect(namesIn(result?.formula ?? { kind: 'constant', value: 0 })).toEqual(['elever']);
  });
});
