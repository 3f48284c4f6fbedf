import { describe, expect, test } from 'vitest';
import { readAnswer, readStored } from './read-answer.ts';
import { deepFreeze, login, pick } from './wizards.fixtures.ts';

describe('readAnswer', () => {
  test.each<[string, string, unknown, unknown]>([
    ['takes an option', 'grupp', 'gy', { answer: 'gy' }],
    ['asks again for an unknown option', 'grupp', 'x', { reason: 'unknown-option' }],
    [
      'asks again for a word that every object has',
      'grupp',
      '__proto__',
      { reason: 'unknown-option' },
    ],
    ['asks again for a list where one option is meant', 'grupp', ['gy'], { reason: 'wrong-kind' }],
    ['asks again for null', 'grupp', null, { reason: 'wrong-kind' }],
    ['takes a whole number', 'elever', 120, { answer: 120 }],
    ['takes the lowest number', 'elever', 1, { answer: 1 }],
    ['asks again below the lowest', 'elever', 0, { reason: 'out-of-range' }],
    ['asks again above the highest', 'elever', 200_001, { reason: 'out-of-range' }],
    ['asks again for a fraction', 'elever', 1.5, { reason: 'out-of-range' }],
    ['asks again for NaN', 'elever', Number.NaN, { reason: 'out-of-range' }],
    ['asks again for a number written as text', 'elever', '120', { reason: 'wrong-kind' }],
    ['takes several options', 'enheter', ['egna', 'skolans'], { answer: ['egna', 'skolans'] }],
    [
      'puts options in reading order, once each',
      'enheter',
      ['skolans', 'egna', 'egna'],
      { answer: ['egna', 'skolans'] },
    ],
    ['takes an exclusive option alone', 'enheter', ['inga', 'inga'], { answer: ['inga'] }],
    [
      'asks again for an exclusive option with another',
      'enheter',
      ['inga', 'egna'],
      { reason: 'exclusive' },
    ],
    ['asks again for an empty list', 'enheter', [], { reason: 'empty' }],
    [
      'asks again for one option where a list is meant',
      'enheter',
      'egna',
      { reason: 'wrong-kind' },
    ],
    [
      'asks again for an unknown option among others',
      'enheter',
      ['egna', 'x'],
      { reason: 'unknown-option' },
    ],
    ['asks again for a list in a list', 'enheter', [['egna']], { reason: 'unknown-option' }],
  ])('%s', (_name, id, value, expected) => {
    expect(readAnswer(pick(login, id), deepFreeze(value))).toEqual(expected);
  });
});

describe('readStored', () => {
  test('never reads what objects inherit', () => {
    const inherited = Object.create({ grupp: 'gy' });
    expect(readStored(pick(login, 'grupp'), inherited)).toBeUndefined();
  });

  test('reads JSON with a __proto__ key', () => {
    const hostile = JSON.parse('{"__proto__":{"grupp":"gy"}}');
    expect(readStored(pick(login, 'grupp'), hostile)).toBeUndefined();
  });
});
