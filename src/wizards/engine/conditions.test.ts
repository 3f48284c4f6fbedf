import { describe, expect, test } from 'vitest';
import { type Facts, holds } from './conditions.ts';
import type { Answer, Condition } from './types.ts';
import { deepFreeze } from './wizards.fixtures.ts';

const values: Readonly<Record<string, Answer | boolean>> = deepFreeze({
  grupp: 'gy',
  elever: 120,
  enheter: ['egna', 'skolans'],
  stor: false,
});
const facts: Facts = (id) => values[id];
const is = (fact: string, ...list: string[]): Condition => ({ kind: 'is', fact, values: list });
const between = (from: number | null, to: number | null): Condition => ({
  kind: 'between',
  fact: 'elever',
  from,
  to,
});
const has = (mode: 'any' | 'all' | 'only' | 'none', ...list: string[]): Condition => ({
  kind: 'has',
  fact: 'enheter',
  mode,
  values: list,
});
const absent = is('saknas', 'a');

describe('holds', () => {
  test.each<[string, Condition, boolean]>([
    ['takes a condition that is not written as true', { kind: 'true' }, true],
    ['finds an option', is('grupp', 'gy'), true],
    ['finds one option of several', is('grupp', 'f-3', 'gy'), true],
    ['misses another option', is('grupp', 'f-3'), false],
    ['compares a named condition by the word', is('stor', 'false'), true],
    ['counts the lower bound in', between(120, null), true],
    ['counts the upper bound in', between(null, 120), true],
    ['misses a number below', between(121, null), false],
    ['misses a number above', between(null, 119), false],
    ['never finds text between numbers', { kind: 'between', fact: 'grupp', from: 0, to: 9 }, false],
    ['finds any of several', has('any', 'egna', 'inga'), true],
    ['misses any of others', has('any', 'inga'), false],
    ['finds all', has('all', 'egna', 'skolans'), true],
    ['misses all when one is missing', has('all', 'egna', 'inga'), false],
    ['finds only', has('only', 'egna', 'skolans', 'inga'), true],
    ['misses only when there is one outside', has('only', 'egna'), false],
    ['finds none', has('none', 'inga'), true],
    ['misses none when there is one', has('none', 'egna'), false],
    ['is false for a test on an absent fact', absent, false],
    [
      'is false for none on an absent fact',
      { ...has('none', 'a'), fact: 'saknas' } as Condition,
      false,
    ],
    ['is true for not around a test on an absent fact', { kind: 'not', of: absent }, true],
    ['needs every part of all', { kind: 'all', of: [is('grupp', 'gy'), absent] }, false],
    ['needs one part of any', { kind: 'any', of: [absent, is('grupp', 'gy')] }, true],
    ['is false for any of nothing', { kind: 'any', of: [] }, false],
  ])('%s', (_name, condition, expected) => {
    expect(holds(deepFreeze(condition), facts)).toBe(expected);
  });
});
