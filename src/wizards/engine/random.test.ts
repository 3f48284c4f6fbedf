import { describe, expect, test } from 'vitest';
import { decodeAnswers, encodeAnswers } from './encode.ts';
import { evaluate } from './evaluate.ts';
import { oneOf, type Random, randomWizard, seeded } from './random.fixtures.ts';
import { countRemaining } from './remaining.ts';
import { resolvePosition } from './resolve-position.ts';
import type { Answer, Answers, Position, Wizard } from './types.ts';
import { deepFreeze, everyAnswer } from './wizards.fixtures.ts';

const COUNT = 300;
const SEED = 20261123;
const wizards = Array.from({ length: COUNT }, (_, index) => {
  const random = seeded(SEED + index);
  return { name: `seed ${SEED + index}`, random, wizard: randomWizard(random) };
});

/** Run for every wizard, saying which one it was that failed. */
function each(run: (wizard: Wizard, random: Random) => void): void {
  for (const { name, random, wizard } of wizards) {
    try {
      run(wizard, random);
    } catch (thrown) {
      throw new Error(`${name}: ${thrown instanceof Error ? thrown.message : thrown}`);
    }
  }
}

/** Every way to the end, one question and one raw answer at a time. */
function* everyWay(wizard: Wizard, answers: Answers = {}): Generator<Answers> {
  const { current } = resolvePosition(wizard, answers);
  if (!current) yield answers;
  else
    for (const answer of everyAnswer(current))
      yield* everyWay(wizard, { ...answers, [current.id]: answer });
}

function someAnswers(wizard: Wizard, random: Random): Answers {
  return deepFreeze(
    Object.fromEntries(
      wizard.questions
        .filter(() => random() < 0.5)
        .map((question) => [question.id, oneOf(random, everyAnswer(question))]),
    ),
  );
}

const pathAnswers = ({ path }: Position): Record<string, Answer> =>
  Object.fromEntries(path.map(({ question, answer }) => [question.id, answer]));

const JUNK: readonly unknown[] = [
  null,
  true,
  {},
  [],
  [null],
  [[]],
  '',
  'c',
  ['c', 'a'],
  ['a', 'a'],
  Number.NaN,
  -1,
  2,
  1e300,
  '__proto__',
  { length: 1 },
];

describe('in any sound wizard', { timeout: 60_000 }, () => {
  test('junk answers never throw, and the view always has a question or a decision', () => {
    each((wizard, random) => {
      for (let round = 0; round < 5; round++) {
        const ids = [...wizard.questions.map(({ id }) => id), '__proto__', 'constructor', 'x'];
        const junk = JSON.parse(`{${ids.map((id) => `"${id}":0`).join()}}`);
        for (const id of ids) if (id !== '__proto__') junk[id] = oneOf(random, JUNK);
        const { position, decision } = evaluate(wizard, deepFreeze(junk));
        expect(position.current === null).toBe(decision !== null);
      }
    });
  });

  test('an address gives back exactly the answers on the path', () => {
    each((wizard, random) => {
      const answers = someAnswers(wizard, random);
      expect(decodeAnswers(wizard, encodeAnswers(wizard, answers))).toEqual({
        answers: pathAnswers(resolvePosition(wizard, answers)),
        version: wizard.version,
        problems: [],
      });
    });
  });

  test('answers off the path do not matter', () => {
    each((wizard, random) => {
      const full = evaluate(wizard, someAnswers(wizard, random));
      if (full.position.current) return;
      const bare = evaluate(wizard, pathAnswers(full.position));
      expect(bare).toEqual({ ...full, position: { ...full.position, resting: [] } });
    });
  });

  test('the order of keys does not matter', () => {
    each((wizard, random) => {
      const answers = someAnswers(wizard, random);
      const turned = Object.fromEntries(Object.entries(answers).reverse());
      expect(evaluate(wizard, turned)).toEqual(evaluate(wizard, answers));
    });
  });

  test('the questions left are the fewest and most of all ways on', () => {
    each((wizard, random) => {
      for (const answers of [{}, someAnswers(wizard, random), someAnswers(wizard, random)]) {
        const lengths = [...everyWay(wizard, answers)].map(
          (way) => Object.keys(way).length - Object.keys(answers).length,
        );
        const expected = { min: Math.min(...lengths), max: Math.max(...lengths) };
        expect(countRemaining(wizard, answers)).toEqual(expected);
      }
    });
  });

  test('a resting answer is one that no way on makes use of', () => {
    each((wizard, random) => {
      const answers = someAnswers(wizard, random);
      const { resting } = resolvePosition(wizard, answers);
      for (const way of everyWay(wizard, answers)) {
        const used = Object.keys(pathAnswers(resolvePosition(wizard, way)));
        expect(used.filter((id) => resting.includes(id))).toEqual([]);
      }
    });
  });

  test('taking an answer away asks that question again and changes nothing before it', () => {
    each((wizard, random) => {
      const answers = someAnswers(wizard, random);
      const { path } = resolvePosition(wizard, answers);
      path.forEach(({ question }, at) => {
        const { [question.id]: _, ...rest } = answers;
        const position = resolvePosition(wizard, rest);
        expect(position.current?.id).toBe(question.id);
        expect(position.path).toEqual(path.slice(0, at));
      });
    });
  });
});
