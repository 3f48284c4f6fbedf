import { describe, expect, test } from 'vitest';
import { resolvePosition } from './resolve-position.ts';
import { deepFreeze, login } from './wizards.fixtures.ts';

/** The position in ids. */
function position(answers: Readonly<Record<string, unknown>>) {
  const found = resolvePosition(login, deepFreeze(answers) as never);
  return {
    current: found.current?.id ?? null,
    path: found.path.map(({ question }) => question.id),
    resting: found.resting,
    rejected: found.rejected.map(({ questionId, reason }) => `${questionId}: ${reason}`),
  };
}

describe('resolvePosition', () => {
  test('begins with the first question', () => {
    expect(position({})).toEqual({ current: 'grupp', path: [], resting: [], rejected: [] });
  });

  test('stops at the first applicable question without an answer', () => {
    expect(position({ grupp: 'gy', enheter: ['egna'] })).toMatchObject({
      current: 'elever',
      path: ['grupp'],
    });
  });

  test('passes over a question whose condition is false', () => {
    expect(position({ grupp: 'f-3', elever: 80 })).toMatchObject({
      current: null,
      path: ['grupp', 'elever'],
    });
  });

  test('leaves alone, and does not count, an answer to a question off the path', () => {
    expect(position({ grupp: 'f-3', elever: 80, enheter: ['egna'] })).toMatchObject({
      current: null,
      path: ['grupp', 'elever'],
      resting: ['enheter'],
      rejected: [],
    });
  });

  test('revives a resting answer when the user changes back', () => {
    expect(position({ grupp: 'gy', elever: 80, enheter: ['egna'] }).path).toEqual([
      'grupp',
      'elever',
      'enheter',
    ]);
  });

  test('takes an absent fact as false further on', () => {
    const answers = { grupp: 'f-3', elever: 80, enheter: ['skolans'], hantering: 'ja' };
    expect(position(answers).resting).toEqual(['enheter', 'hantering']);
  });

  test('calls an answer resting while an earlier question is open, when it can never apply', () => {
    expect(position({ grupp: 'f-3', enheter: ['egna'] })).toMatchObject({
      current: 'elever',
      resting: ['enheter'],
    });
  });

  test('does not call an answer resting that may still apply', () => {
    expect(position({ grupp: 'gy', enheter: ['skolans'], hantering: 'ja' })).toMatchObject({
      current: 'elever',
      resting: [],
    });
    expect(position({ enheter: ['egna'] }).resting).toEqual([]);
  });

  test('asks again when an answer is not one of the options, and lists it', () => {
    expect(position({ grupp: 'hogskola', elever: 80 })).toEqual({
      current: 'grupp',
      path: [],
      resting: [],
      rejected: ['grupp: unknown-option'],
    });
  });

  test('lists answers to questions that are not there', () => {
    expect(position({ borttagen: 'a' }).rejected).toEqual(['borttagen: unknown-question']);
  });

  test('takes an answer that is undefined as none', () => {
    expect(position({ grupp: undefined, borttagen: undefined }).rejected).toEqual([]);
  });
});
