import { expect, test } from 'vitest';
import { isBlock, withoutBlocks } from './blocks.ts';
import { login, options, outcome, question, rule, wizardOf } from './wizards.fixtures.ts';

const requirement = {
  id: 'k1',
  text: 'Krav.',
  kind: 'ska',
  evidence: 'Bevis.',
  followUp: 'Test.',
  owner: 'it',
} as const;
const step = { id: 's', text: 'Gör.', role: 'it', days: 1, level: 'rad' } as const;

const guide = wizardOf({
  questions: [question({ id: 'a', code: 'a', options: options('b', 'c') })],
  decision: {
    hit: 'collect',
    rules: [rule('r-rad', 'rad'), rule('r-block', 'block', { a: 'b' })],
  },
  outcomes: [
    { ...outcome('rad'), steps: [step], requirements: [requirement] },
    { ...outcome('block'), requirements: ['Text.', { ...requirement, id: 'k2' }] },
  ],
});

test('a block has full requirements and nothing to do', () => {
  expect(guide.outcomes.map(isBlock)).toEqual([false, true]);
});

test('without blocks only what is recommended is left, with its rules', () => {
  const part = withoutBlocks(guide);
  expect(part.outcomes.map(({ id }) => id)).toEqual(['rad']);
  expect(part.rules.map(({ id }) => id)).toEqual(['r-rad']);
  expect(withoutBlocks(login)).toBe(login);
});
