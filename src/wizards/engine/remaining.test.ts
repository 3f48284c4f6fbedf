import { describe, expect, test } from 'vitest';
import { countRemaining } from './remaining.ts';
import type { Answers } from './types.ts';
import { login, options, question, wizardOf } from './wizards.fixtures.ts';

describe('countRemaining', () => {
  test.each<[string, Answers, number, number]>([
    ['counts the current question in', {}, 2, 4],
    ['follows an answer that closes a branch', { grupp: 'f-3' }, 1, 1],
    ['follows an answer that opens one', { grupp: 'gy' }, 2, 3],
    ['sees that a number makes a later question impossible', { grupp: 'gy', elever: 9 }, 1, 1],
    ['sees that a number makes a later question possible', { grupp: 'gy', elever: 1500 }, 1, 2],
    ['takes a stored answer further on as it stands', { enheter: ['egna'] }, 2, 2],
    ['does not count a question with a stored answer', { grupp: 'gy', enheter: ['egna'] }, 1, 1],
    ['counts a rejected answer as none', { grupp: 'x' }, 2, 4],
    ['ends at nothing', { grupp: 'f-3', elever: 9 }, 0, 0],
  ])('%s', (_name, answers, min, max) => {
    expect(countRemaining(login, answers)).toEqual({ min, max });
  });

  // one by one the ways would be 4^40: an answer at all shows that they are merged
  test('answers for forty statements whose total decides the last question', () => {
    const scored = options('a', 'b', 'c', 'd').map((option, p) => ({ ...option, scores: { p } }));
    const ids = Array.from({ length: 40 }, (_, index) => `s${index}`);
    const wizard = wizardOf({
      questions: [
        ...ids.map((id) => question({ id, code: id, options: scored })),
        question({ id: 'sist', code: 'x', when: { mognad: 'hog' }, options: options('a', 'b') }),
      ],
      facts: [
        {
          id: 'mognad',
          label: 'mognad',
          total: 'p',
          as: 'share',
          bands: [
            { id: 'lag', label: 'lag', from: 0 },
            { id: 'hog', label: 'hog', from: 80 },
          ],
        },
      ],
    });
    expect(countRemaining(wizard, {})).toEqual({ min: 40, max: 41 });
  });
});
