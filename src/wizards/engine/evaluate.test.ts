import { describe, expect, test } from 'vitest';
import { encodeAnswers } from './encode.ts';
import { evaluate } from './evaluate.ts';
import { compileEffects, findIrrelevantQuestions } from './explain/irrelevant-questions.ts';
import { findPossibleOutcomes } from './explain/possible-outcomes.ts';
import { factState } from './fact-state.ts';
import { compileOutcomes } from './graph/outcome-graph.ts';
import type { Answers } from './types.ts';
import {
  deepFreeze,
  login,
  options,
  outcome,
  question,
  rule,
  wizardOf,
} from './wizards.fixtures.ts';

const view = (answers: Answers) => evaluate(login, deepFreeze(answers));
const outcomes = (answers: Answers) => view(answers).decision?.outcomes.map(({ id }) => id);

/** Section 4 of the decision model, line by line. */
describe('meaning', () => {
  test('1: a fact is absent, open or valued', () => {
    const { position } = view({ grupp: 'f-3' });
    const states = ['enheter', 'elever', 'grupp'].map((id) => factState(login, position, id).state);
    expect(states).toEqual(['absent', 'open', 'valued']);
  });

  test('2: a comparison on an absent fact is false, and not around it is true', () => {
    expect(outcomes({ grupp: 'gy', elever: 1500, enheter: ['egna'] })).toEqual(['samordna']);
  });

  test('3: "vet inte" is an option that rules may name, with whom to ask', () => {
    const { decision, unknowns } = view({ grupp: 'gy', elever: 9, enheter: ['vet-inte'] });
    expect(decision?.outcomes.map(({ id }) => id)).toEqual(['kartlagg']);
    expect(unknowns.map(({ step, option }) => [step.question.id, option.unknown?.ask])).toEqual([
      ['enheter', 'it'],
    ]);
  });

  test('4: the position is found by replay, whatever the order of the keys', () => {
    expect(view({ enheter: ['egna'], grupp: 'gy' }).position.current?.id).toBe('elever');
  });

  test('5: an answer off the path is stored and absent to rules, advice and addresses', () => {
    const answers = { grupp: 'f-3', elever: 9, enheter: ['egna'] };
    const { decision, advice, position } = view(answers);
    expect(position.resting).toEqual(['enheter']);
    expect(decision?.outcomes.map(({ id }) => id)).toEqual(['enkel']);
    expect(advice.map(({ id }) => id)).toEqual(['alltid']);
    expect(encodeAnswers(login, answers)).toBe('v=3&g=a&n=9');
    expect(view({ ...answers, grupp: 'gy' }).advice.map(({ id }) => id)).toContain('egna-enheter');
  });

  test('6: an answer that is no longer allowed counts as unanswered and is listed', () => {
    const { position, decision } = view({ grupp: 'borttagen', elever: 9 });
    expect(position.current?.id).toBe('grupp');
    expect(position.rejected).toEqual([
      { questionId: 'grupp', answer: 'borttagen', reason: 'unknown-option' },
    ]);
    expect(decision).toBeNull();
  });

  test('7: the decision is final when no applicable question is open', () => {
    expect(view({ grupp: 'gy', elever: 9 }).decision).toBeNull();
    expect(view({ grupp: 'gy', elever: 9 }).advice).toEqual([]);
    expect(outcomes({ grupp: 'f-3', elever: 9 })).toEqual(['enkel']);
  });

  test('7: before that, it is known which outcomes are possible and which are certain', () => {
    const graph = compileOutcomes(login);
    expect(findPossibleOutcomes(graph, {})).toEqual({
      possible: ['enkel', 'kartlagg', 'samordna', 'skolkonto'],
      certain: [],
    });
    expect(findPossibleOutcomes(graph, { grupp: 'gy', elever: 9 })).toEqual({
      possible: ['kartlagg', 'skolkonto'],
      certain: [],
    });
    expect(findPossibleOutcomes(graph, { grupp: 'f-3' })).toEqual({
      possible: ['enkel'],
      certain: ['enkel'],
    });
  });

  describe('8: a question that can change nothing any more is marked as such', () => {
    const irrelevant = (answers: Answers) =>
      findIrrelevantQuestions(compileEffects(login), deepFreeze(answers));

    test('when the outcome is certain, no advice and no later question hangs on it', () => {
      expect(irrelevant({ grupp: 'f-3' })).toEqual(['elever']);
    });

    test('but not while it may open a question, or add an advice', () => {
      expect(irrelevant({})).toEqual([]);
      expect(irrelevant({ grupp: 'gy', elever: 9 })).toEqual([]);
    });

    test('nor when it alone decides the outcome', () => {
      expect(irrelevant({ grupp: 'gy', elever: 1500, enheter: ['skolans'] })).toEqual([]);
    });

    test('and conditions that are equal only in effect are seen through', () => {
      const wizard = wizardOf({
        questions: ['a', 'b', 'c'].map((id) =>
          question({ id, code: id, options: options('x', 'y') }),
        ),
        decision: {
          hit: 'first',
          rules: [
            rule('r1', 'ett', {
              any: [
                { a: 'x', b: 'x' },
                { a: 'x', b: 'y' },
              ],
            }),
            rule('r2', 'resten', { c: 'x' }),
            rule('r3', 'resten', { not: { c: 'x' } }),
          ],
        },
        outcomes: ['ett', 'resten'].map(outcome),
      });
      expect(findIrrelevantQuestions(compileEffects(wizard), {})).toEqual(['b', 'c']);
    });
  });

  test('9: the same answers give the same view, and nothing given is changed', () => {
    const answers = deepFreeze({ grupp: 'gy', elever: 9, enheter: ['egna'] });
    expect(view(answers)).toEqual(view(structuredClone(answers)));
  });

  test('10: the explanation names the rule, its reason, the answers it read and its sources', () => {
    const { decision } = view({ grupp: 'f-3', elever: 9 });
    expect(decision?.reasons).toMatchObject([
      {
        rule: { id: 'r-enkel', because: login.rules[0]?.because, sources: ['kalla'] },
        read: [{ question: { id: 'grupp' }, answer: 'f-3' }],
      },
    ]);
    expect(decision?.reasons[0]?.read).toHaveLength(1);
  });
});
