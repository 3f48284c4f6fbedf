import { describe, expect, test } from 'vitest';
import type { RawNumber } from '../raw-wizard.ts';
import { options, outcome, question, wizardOf } from '../wizards.fixtures.ts';
import { checkWizard } from './check-wizard.ts';

const thumb = {
  id: 'per-person',
  label: 'Per person',
  value: 500,
  min: 100,
  max: 2000,
  step: 50,
  unit: 'st',
  source: 'kalla',
};
const sound: RawNumber = {
  id: 'tekniker',
  label: 'Tekniker',
  unit: 'personer',
  when: { stor: true },
  formula: { divide: ['elever', 'per-person'] },
  thumbs: [thumb],
};

/** Messages about a guide with these numbers. */
function messages(...numbers: readonly RawNumber[]): readonly string[] {
  const wizard = wizardOf({
    questions: [
      question({ id: 'elever', code: 'e', number: { min: 0, max: 9000, unit: 'elever' } }),
      question({ id: 'drift', code: 'd', options: options('egen', 'kommun') }),
    ],
    facts: [{ id: 'stor', label: 'Stor', when: { elever: { from: 500 } } }],
    advice: [
      {
        id: 'drift',
        when: { drift: 'egen' },
        title: 'Drift',
        text: 'Drift.',
        level: 'rad',
        sources: ['kalla'],
      },
    ],
    numbers,
  });
  const context = { today: '2026-11-23', sources: new Set(['kalla']), roles: new Set(['it']) };
  return checkWizard(wizard, context)
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

test('a sound number has no faults, and its question and condition count as used', () => {
  expect(messages(sound)).toEqual([]);
});

describe('finds', () => {
  test.each<[string, RawNumber, string]>([
    [
      'an unknown name',
      { ...sound, formula: { divide: ['elver', 'per-person'] } },
      'names "elver", which is neither',
    ],
    [
      'a question without a number',
      { ...sound, formula: { divide: ['drift', 'per-person'] } },
      'a question whose answer is no number',
    ],
    ['an unknown name in the condition', { ...sound, when: { storr: true } }, '"storr"'],
    [
      'itself',
      { ...sound, formula: { divide: ['tekniker', 'per-person'] } },
      'does not stand earlier',
    ],
    ['an idle rule of thumb', { ...sound, formula: 'elever' }, 'does not name: "per-person"'],
    [
      'a division by zero',
      { ...sound, formula: { divide: ['per-person', 'elever'] } },
      'may divide by zero',
    ],
    [
      'a division by a difference of signs',
      { ...sound, formula: { divide: ['per-person', { product: ['elever', -1] }] } },
      'may divide by zero',
    ],
    [
      'a value out of bounds',
      { ...sound, thumbs: [{ ...thumb, value: 50 }] },
      'bounds that do not fit',
    ],
    [
      'usual ends out of bounds',
      { ...sound, thumbs: [{ ...thumb, usual: { from: 50, to: 900 } }] },
      'bounds that do not fit',
    ],
    [
      'an unknown source',
      { ...sound, thumbs: [{ ...thumb, source: 'okand' }] },
      'the source "okand"',
    ],
    [
      'an id used twice',
      { ...sound, thumbs: [{ ...thumb, id: 'elever' }] },
      '"elever" is the id of more than one',
    ],
  ])('%s', (_, number, message) => {
    expect(messages(number).join('\n')).toContain(message);
  });
});

test('requirements need a known owner and an id of their own in the whole guide', () => {
  const requirement = {
    id: 'k1',
    text: 'Krav.',
    kind: 'ska',
    evidence: 'Bevis.',
    followUp: 'Test.',
    owner: 'ti',
  } as const;
  const wizard = wizardOf({
    questions: [question({ id: 'a', code: 'a', options: options('b', 'c') })],
    outcomes: [{ ...outcome('resten'), requirements: ['Fritt krav.', requirement, requirement] }],
  });
  const found = checkWizard(wizard, { today: '2026-11-23', roles: new Set(['it']) });
  expect(found.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'requirement "k1" stands more than once in the guide.',
      'outcome "resten" requirement "k1" names the role "ti", which does not exist.',
    ]),
  );
});
