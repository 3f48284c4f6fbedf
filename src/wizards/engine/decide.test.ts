import { describe, expect, test } from 'vitest';
import { collectAdvice } from './collect-advice.ts';
import { decide } from './decide.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answers, HitPolicy } from './types.ts';
import { login, options, outcome, question, rule, wizardOf } from './wizards.fixtures.ts';

const pathOf = (answers: Answers) => resolvePosition(login, answers).path;

describe('decide', () => {
  test('explains with the rule, its outcome and exactly the answers it read', () => {
    const path = pathOf({ grupp: 'gy', elever: 2000, enheter: ['skolans'], hantering: 'ja' });
    const [reason] = decide(login, path).reasons;
    expect(reason?.rule.id).toBe('r-stor');
    expect(reason?.outcome.id).toBe('samordna');
    // `elever` stands behind the named condition `stor`
    expect(reason?.read.map((step) => step.question.id)).toEqual(['elever', 'hantering']);
  });

  test('reads nothing for a rule that takes the rest', () => {
    const { reasons } = decide(login, pathOf({ grupp: 'gy', elever: 9, enheter: ['egna'] }));
    expect(reasons.map(({ rule: { id }, read }) => [id, read])).toEqual([['r-resten', []]]);
  });

  test('reads every question that gives a total its points', () => {
    const scored = options('x', 'y').map((option) => ({ ...option, scores: { p: 1 } }));
    const wizard = wizardOf({
      questions: [
        question({ id: 'a', code: 'a', options: scored }),
        question({ id: 'b', code: 'b', options: options('x', 'y') }),
        question({ id: 'c', code: 'c', options: scored }),
      ],
      facts: [
        {
          id: 'summa',
          label: 'summa',
          total: 'p',
          bands: [
            { id: 'lag', label: 'lag', from: 0 },
            { id: 'hog', label: 'hog', from: 2 },
          ],
        },
      ],
      decision: { hit: 'unique', rules: [rule('r', 'resten', { summa: 'hog' })] },
    });
    const { path } = resolvePosition(wizard, { a: 'x', b: 'x', c: 'x' });
    const [reason] = decide(wizard, path).reasons;
    expect(reason?.read.map((step) => step.question.id)).toEqual(['a', 'c']);
  });

  describe.each<[HitPolicy, readonly string[], readonly string[]]>([
    ['first', ['u1'], ['r1']],
    ['collect', ['u1', 'u2'], ['r1', 'r2', 'r3']],
    ['unique', ['u1'], ['r1']],
  ])('with hit %s', (hit, outcomes, rules) => {
    const wizard = wizardOf({
      questions: [question({ id: 'a', code: 'a', options: options('x', 'y') })],
      decision: {
        hit,
        rules: [
          rule('r0', 'u2', { a: 'y' }),
          rule('r1', 'u1', { a: 'x' }),
          rule('r2', 'u2', { a: ['x', 'y'] }),
          rule('r3', 'u1'),
        ],
      },
      outcomes: ['u1', 'u2'].map(outcome),
    });
    test(`reaches ${outcomes.join(' and ')}, each once`, () => {
      const decision = decide(wizard, resolvePosition(wizard, { a: 'x' }).path);
      expect(decision.outcomes.map(({ id }) => id)).toEqual(outcomes);
      expect(decision.reasons.map((reason) => reason.rule.id)).toEqual(rules);
    });
  });

  test('has no outcome where there is a gap', () => {
    const wizard = wizardOf({
      questions: [question({ id: 'a', code: 'a', options: options('x', 'y') })],
      decision: { hit: 'first', rules: [rule('r', 'resten', { a: 'y' })] },
    });
    const { path } = resolvePosition(wizard, { a: 'x' });
    expect(decide(wizard, path)).toEqual({ outcomes: [], reasons: [] });
  });
});

describe('collectAdvice', () => {
  test('adds every advice that holds, in order, and the one without condition always', () => {
    const ids = (answers: Answers) => collectAdvice(login, pathOf(answers)).map(({ id }) => id);
    expect(ids({ grupp: 'gy', elever: 9, enheter: ['egna'] })).toEqual(['egna-enheter', 'alltid']);
    expect(ids({ grupp: 'f-3', elever: 9 })).toEqual(['alltid']);
  });
});
