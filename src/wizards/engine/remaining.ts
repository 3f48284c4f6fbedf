import { holds, type Test } from './conditions.ts';
import { findById, rootTests } from './dependencies.ts';
import { distinctAnswers } from './distinct-answers.ts';
import { readFacts } from './facts.ts';
import { readStored } from './read-answer.ts';
import { tallyScore } from './tally.ts';
import type { Answer, Answers, Fact, QuestionId, View, Wizard } from './types.ts';

/** Fewest and most. */
type Range = View['remaining'];

/**
 * How many applicable questions still lack an answer, the current one included: fewest and most,
 * exactly. A stored answer further on is taken as it stands.
 *
 * Goes over the answers that a later `when` can tell apart and remembers what later questions can
 * still see, so that long questionnaires take no time.
 */
export function countRemaining(wizard: Wizard, answers: Answers): Range {
  const settled = new Map<QuestionId, Answer>();
  const facts = readFacts(wizard, settled);
  const memo = new Map<string, Range>();
  const ahead = wizard.questions.map((_, index) =>
    wizard.questions.slice(index).flatMap(({ when }) => rootTests(wizard, when)),
  );

  const look = (test: Test) => {
    const fact = findById<Fact>(wizard.facts, test.fact);
    return fact?.kind === 'total' ? tallyScore(wizard, fact.score, settled) : holds(test, facts);
  };

  const countFrom = (index: number): Range => {
    const key = [index, ahead[index]?.map(look)].join('|');
    const range = memo.get(key) ?? countAt(index);
    memo.set(key, range);
    return range;
  };

  const countAt = (index: number): Range => {
    const question = wizard.questions[index];
    if (!question) return { min: 0, max: 0 };
    if (!holds(question.when, facts)) return countFrom(index + 1);
    const stored = readStored(question, answers);
    const possible =
      stored === undefined ? distinctAnswers(question, ahead[index + 1] ?? []) : [stored];
    const ranges = possible.map((answer) => {
      settled.set(question.id, answer);
      return countFrom(index + 1);
    });
    settled.delete(question.id);
    const own = stored === undefined ? 1 : 0;
    return {
      min: own + Math.min(...ranges.map(({ min }) => min)),
      max: own + Math.max(...ranges.map(({ max }) => max)),
    };
  };
  return countFrom(0);
}
