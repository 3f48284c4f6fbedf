import { describe, expect, test } from 'vitest';
import { checkCounterfactuals } from './counterfactuals.fixtures.ts';
import { evaluate } from './evaluate.ts';
import { compareVersions } from './explain/impact.ts';
import { compileEffects, findIrrelevantQuestions } from './explain/irrelevant-questions.ts';
import { findHinges, lookAhead } from './explain/look-ahead.ts';
import { describeOutcomes } from './explain/outcome-conditions.ts';
import { findPossibleOutcomes, findRuledOut } from './explain/possible-outcomes.ts';
import { isInSet } from './graph/answer-set.ts';
import { countWays } from './graph/count-ways.ts';
import { findWays } from './graph/find-ways.ts';
import type { Graph } from './graph/graph.ts';
import { isTrue, type PlainWay, plainEnd, plainWays } from './plain.fixtures.ts';
import { oneOf, type Random, randomWizard, seeded } from './random.fixtures.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answers, Question, Wizard } from './types.ts';
import { everyAnswer } from './wizards.fixtures.ts';

const COUNT = 2000;
const SEED = 1;

interface Case {
  readonly wizard: Wizard;
  readonly random: Random;
  readonly ways: readonly PlainWay[];
  readonly effects: readonly Graph[];
  readonly graph: Graph;
}

const cases = Array.from({ length: COUNT }, (_, index): Case => {
  const random = seeded(SEED + index);
  const wizard = randomWizard(random);
  const effects = compileEffects(wizard);
  const [graph] = effects;
  if (!graph) throw new Error('Without a graph there is nothing to compare.');
  return { wizard, random, ways: plainWays(wizard), effects, graph };
});

/** Run for every case, saying which one it was that failed. */
function each(run: (given: Case) => void): void {
  cases.forEach((given, index) => {
    try {
      run(given);
    } catch (thrown) {
      throw new Error(`seed ${SEED + index}: ${thrown instanceof Error ? thrown.message : thrown}`);
    }
  });
}

/** Fast where it holds, and a readable difference where it does not. */
function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual).toEqual(expected);
}

const sorted = (ids: readonly string[], wizard: Wizard) =>
  wizard.outcomes.map(({ id }) => id).filter((id) => ids.includes(id));

/** The ways that give these answers wherever they ask for them. */
const waysWith = (ways: readonly PlainWay[], given: Answers) =>
  ways.filter(({ answers }) =>
    Object.entries(given).every(([id, answer]) => !(id in answers) || same2(answers[id], answer)),
  );
const same2 = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function someAnswers({ wizard, random }: Case): Answers {
  const kept = wizard.questions.filter(() => random() < 0.5);
  return Object.fromEntries(
    kept.map((question) => [question.id, oneOf(random, everyAnswer(question))]),
  );
}

test('the small wizards are of all question kinds and hit policies', () => {
  const kinds = new Map<string, number>();
  const count = (name: string) => kinds.set(name, (kinds.get(name) ?? 0) + 1);
  for (const { wizard } of cases) {
    count(wizard.hit);
    for (const kind of new Set(wizard.questions.map(kindOf))) count(kind);
    for (const { kind } of wizard.facts) count(kind);
  }
  expect(cases.length).toBe(2000);
  const wanted = ['first', 'unique', 'collect', 'list', 'scale', 'multiple', 'number', 'total'];
  for (const name of wanted) expect([name, kinds.get(name)], name).toSatisfy(isOften);
});

const kindOf = (question: Question) =>
  question.kind === 'single' ? question.display : question.kind;
const isOften = ([, times]: [string, number | undefined]) => (times ?? 0) > 500;

describe(`in ${COUNT} small wizards the graph agrees with plain enumeration`, {
  timeout: 60_000,
}, () => {
  test('every way comes out with the same outcomes and advice', () => {
    each(({ wizard, ways }) => {
      for (const { answers, outcomes, advice } of ways) {
        const view = evaluate(wizard, answers);
        same(
          view.decision?.outcomes.map(({ id }) => id),
          outcomes,
        );
        same(
          view.advice.map(({ id }) => id),
          advice,
        );
        same(view.position.path.length, Object.keys(answers).length);
      }
    });
  });

  test('ways, shortest and longest, and the ways to each outcome', () => {
    each(({ wizard, ways, graph }) => {
      const lengths = ways.map(({ answers }) => Object.keys(answers).length);
      same(String(countWays(graph).ways), String(ways.length));
      same(countWays(graph).shortest, Math.min(...lengths));
      same(countWays(graph).longest, Math.max(...lengths));
      for (const { id } of wizard.outcomes) {
        const own = ways.filter(({ outcomes }) => outcomes.includes(id)).length;
        same(Number(countWays(graph, (end) => end.includes(id)).ways), own);
      }
    });
  });

  test('which questions, rules and outcomes are reached', () => {
    each(({ wizard, ways, graph }) => {
      const asked = wizard.questions.filter(({ id }) => ways.some(({ answers }) => id in answers));
      const reached = graph.layers.filter(({ nodes }) => nodes.some(({ isAsked }) => isAsked));
      same(
        reached.map(({ question }) => question.id),
        asked.map(({ id }) => id),
      );
      const ends = new Set(ways.map(({ outcomes }) => sorted(outcomes, wizard).join()));
      same(graph.ends.map((end) => sorted(end, wizard).join()).sort(), [...ends].sort());
    });
  });

  test('ways listed by class stand for all ways and end as they say', () => {
    each(({ wizard, ways, graph }) => {
      let sum = 0n;
      for (const way of findWays(graph)) {
        sum += way.ways;
        const plain = ways.find(({ answers }) => same2(answers, way.answers));
        same(sorted(way.end, wizard), sorted(plain?.outcomes ?? ['none'], wizard));
      }
      same(Number(sum), ways.length);
    });
  });

  test('possible and certain outcomes, and the answer that ruled out the others', () => {
    each((given) => {
      const { wizard, ways, graph } = given;
      const answers = someAnswers(given);
      const left = waysWith(ways, answers);
      const ids = wizard.outcomes.map(({ id }) => id);
      same(findPossibleOutcomes(graph, answers), {
        possible: ids.filter((id) => left.some(({ outcomes }) => outcomes.includes(id))),
        certain: ids.filter((id) => left.every(({ outcomes }) => outcomes.includes(id))),
      });
      for (const { outcome, by } of findRuledOut(graph, answers)) {
        const order = wizard.questions.map(({ id }) => id);
        const upTo = (end: number) =>
          Object.fromEntries(Object.entries(answers).filter(([id]) => order.indexOf(id) < end));
        const at = by === null ? -1 : order.indexOf(by);
        const reaches = (end: number) =>
          waysWith(ways, upTo(end)).some(({ outcomes }) => outcomes.includes(outcome));
        same([reaches(at + 1), at < 0 || reaches(at)], [false, at >= 0 || true]);
      }
    });
  });

  // from every way of every one of them: tests/long/engine.test.ts
  test('the smallest sets of changes to every other outcome', () => {
    each((given) => {
      const { ways, random } = given;
      const stored = { ...someAnswers(given), ...oneOf(random, ways).answers };
      checkCounterfactuals(given, stored);
      for (const { answers } of ways.slice(0, 4)) checkCounterfactuals(given, answers);
    });
  });

  test('what every answer to one question leads to, and what the result hinges on', () => {
    each((given) => {
      const { wizard, ways, graph, random } = given;
      const { answers } = oneOf(random, ways);
      const now = findPossibleOutcomes(graph, answers).possible;
      const hinges = findHinges(graph, answers);
      for (const question of wizard.questions.filter(({ id }) => id in answers)) {
        const ahead = lookAhead(graph, answers, question.id);
        const other = everyAnswer(question).filter((answer) => {
          const left = waysWith(ways, { ...answers, [question.id]: answer });
          const ids = wizard.outcomes.map(({ id }) => id);
          const possible = ids.filter((id) => left.some(({ outcomes }) => outcomes.includes(id)));
          const own = ahead.filter(({ set }) => isInSet(set, answer));
          same(
            own.map((each) => each.possible),
            [possible],
          );
          return (
            !same2(possible, now) || left.some(({ outcomes }) => outcomes.length !== now.length)
          );
        });
        const hinge = hinges.find((each) => each.question === question.id);
        const listed = everyAnswer(question).filter((answer) =>
          hinge?.others.some(({ set }) => isInSet(set, answer)),
        );
        same(listed, other);
      }
    });
  });

  test('questions that can change nothing any more', () => {
    each((given) => {
      const { wizard, ways, effects } = given;
      const { path } = resolvePosition(wizard, someAnswers(given));
      const before = Object.fromEntries(path.map(({ question, answer }) => [question.id, answer]));
      const { ahead } = resolvePosition(wizard, before);
      const left = ways.filter(({ answers }) =>
        Object.entries(before).every(([id, answer]) => same2(answers[id], answer)),
      );
      const expected = ahead.filter((id) => isIrrelevant(wizard, left, id));
      same(findIrrelevantQuestions(effects, before), expected);
    });
  });

  test('the condition of each outcome holds exactly when it comes', () => {
    each(({ wizard, ways, graph }) => {
      for (const { outcome, when } of describeOutcomes(graph)) {
        if (!when) throw new Error(`${outcome} has no condition`);
        const wrong = ways.find(
          ({ answers, outcomes }) => isTrue(wizard, when, answers) !== outcomes.includes(outcome),
        );
        same(wrong, undefined);
      }
    });
  });
});

/** Whether all that comes after the question is the same whatever the answer to it. */
function isIrrelevant(wizard: Wizard, ways: readonly PlainWay[], id: string): boolean {
  const at = wizard.questions.findIndex((question) => question.id === id);
  const earlier = wizard.questions.slice(0, at).map((question) => question.id);
  const futures = new Map<string, Map<string, string[]>>();
  for (const { answers, outcomes, advice } of ways) {
    if (!(id in answers)) continue;
    const prefix = JSON.stringify(earlier.map((question) => answers[question]));
    const byValue = futures.get(prefix) ?? new Map<string, string[]>();
    const value = JSON.stringify(answers[id]);
    const rest = Object.entries(answers).filter(
      ([question]) => !earlier.includes(question) && question !== id,
    );
    byValue.set(value, [
      ...(byValue.get(value) ?? []),
      JSON.stringify([rest, [...outcomes].sort(), advice]),
    ]);
    futures.set(prefix, byValue);
  }
  if (!futures.size) return false;
  return [...futures.values()].every(
    (byValue) => new Set([...byValue.values()].map((rest) => rest.join())).size === 1,
  );
}

describe('comparing versions agrees with plain enumeration', { timeout: 60_000 }, () => {
  test('of the answers that both take', () => {
    cases.slice(0, 600).forEach(({ wizard, ways }, index) => {
      const after = changeSomething(wizard, seeded(index));
      const impact = compareVersions(wizard, after);
      if (!impact) throw new Error(`seed ${SEED + index}: no order`);
      same(
        [index, ...plainImpact(wizard, after)],
        [index, Number(impact.same), Number(impact.changed)],
      );
      same([index, plainLost(ways, after)], [index, Number(impact.gone)]);
      same([index, plainLost(plainWays(after), wizard)], [index, Number(impact.added)]);
      for (const { from, to, when, example } of impact.changes) {
        same(sorted(plainEnd(wizard, onPath(wizard, example)).outcomes, wizard), from);
        same(sorted(plainEnd(after, onPath(after, example)).outcomes, after), to);
        expect(when && isTrue(after, when, example)).toBe(true);
      }
    });
  });
});

/** A rule, a bound, an option or a question is changed. */
function changeSomething(wizard: Wizard, random: Random): Wizard {
  const { questions, rules } = wizard;
  const at = Math.floor(random() * questions.length);
  const change = Math.floor(random() * 5);
  if (change === 0) return { ...wizard, rules: rules.toReversed() };
  if (change === 1) return { ...wizard, rules: rules.slice(1) };
  const replaced = questions.map((question, place) => {
    if (place !== at) return question;
    if (change === 2) return { ...question, when: { kind: 'true' } as const };
    if (question.kind === 'number') return { ...question, max: question.max - 1 };
    return {
      ...question,
      options: question.options.slice(0, -1),
      exclusive: [],
    } as typeof question;
  });
  return { ...wizard, questions: replaced };
}

const onPath = (wizard: Wizard, answers: Answers) =>
  Object.fromEntries(
    resolvePosition(wizard, answers).path.map(({ question, answer }) => [question.id, answer]),
  );

/** Situations that end the same and those that do not: answers to whatever either version asks. */
function plainImpact(before: Wizard, after: Wizard): readonly [number, number] {
  let situations: Answers[] = [{}];
  before.questions.forEach((question, at) => {
    const now = after.questions[at] as typeof question;
    const taken = everyAnswer(question).filter((answer) =>
      everyAnswer(now).some((other) => same2(other, answer)),
    );
    situations = situations.flatMap((answers) => {
      const isAsked =
        isTrue(before, question.when, onPath(before, answers)) ||
        isTrue(after, now.when, onPath(after, answers));
      return isAsked ? taken.map((answer) => ({ ...answers, [question.id]: answer })) : [answers];
    });
  });
  const changed = situations.filter((answers) => {
    const [a, b] = [before, after].map((wizard) =>
      sorted(plainEnd(wizard, onPath(wizard, answers)).outcomes, wizard),
    );
    return !same2(a, b);
  });
  return [situations.length - changed.length, changed.length];
}

/** Ways with an answer that another version does not take. */
function plainLost(ways: readonly PlainWay[], other: Wizard): number {
  return ways.filter(({ answers }) =>
    other.questions.some((question) => {
      const own = answers[question.id];
      return own !== undefined && !everyAnswer(question).some((answer) => same2(answer, own));
    }),
  ).length;
}
