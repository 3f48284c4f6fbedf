import { describe, expect, test } from 'vitest';
import sv from '../../content/i18n/sv.json' with { type: 'json' };
import { describeOutcomes } from '../engine/explain/outcome-conditions.ts';
import { compileOutcomes } from '../engine/graph/outcome-graph.ts';
import { normalizeCondition } from '../engine/normalize-condition.ts';
import { isTrue, plainWays } from '../engine/plain.fixtures.ts';
import { randomWizard, seeded } from '../engine/random.fixtures.ts';
import type { RawCondition } from '../engine/raw-wizard.ts';
import type { Condition, Wizard } from '../engine/types.ts';
import { options, question, wizardOf } from '../engine/wizards.fixtures.ts';
import { type Clause, mergeAlternatives, mergeDemands, simplify } from './condition-clauses.ts';
import { conditionLines, conditionText } from './condition-text.ts';
import { translator } from './page-data.ts';

const strings = Object.entries(sv).map(([key, text]) => [key.replace(/^result\./, ''), text]);
const t = translator(Object.fromEntries(strings));

const wizard = wizardOf({
  questions: [
    question({ id: 'x', code: 'x', ask: 'X?', options: options('a', 'b', 'c', 'd') }),
    question({ id: 'y', code: 'y', ask: 'Y?', options: options('a', 'b') }),
    question({ id: 'n', code: 'n', ask: 'N?', number: { min: 0, max: 9000, unit: 'st' } }),
    question({
      id: 'm',
      code: 'm',
      ask: 'M?',
      multiple: { exclusive: ['e'] },
      options: options('a', 'b', 'c', 'd', 'e'),
    }),
    question({
      id: 'z',
      code: 'z',
      ask: 'Z?',
      when: { x: 'a' },
      multiple: true,
      options: options('a', 'b', 'c'),
    }),
  ],
  facts: [
    { id: 'stor', label: 'Stor, eller växande', when: { n: { from: 1500 } } },
    {
      id: 'niva',
      label: 'Nivån',
      total: 'p',
      bands: [
        { id: 'lag', label: 'Låg', from: 0 },
        { id: 'hog', label: 'Hög', from: 5 },
      ],
    },
  ],
});
const isMultiple = (id: string) => id === 'm' || id === 'z';
const read = (raw: RawCondition) => normalizeCondition(raw, isMultiple);

describe('conditionText', () => {
  test.each<[RawCondition, string]>([
    [{ x: 'a' }, 'ni svarar ”a” på ”X?”'],
    [{ x: ['a', 'b'] }, 'ni svarar ”a” eller ”b” på ”X?”'],
    [{ x: ['a', 'b', 'd'] }, 'ni svarar något annat än ”c” på ”X?”'],
    [{ not: { x: 'a' } }, 'ni inte svarar ”a” på ”X?”'],
    [{ not: { not: { x: 'a' } } }, 'ni svarar ”a” på ”X?”'],
    [{ n: { from: 1500 } }, 'ni svarar minst 1\u00a0500 på ”N?”'],
    [{ n: { from: 2, to: 30 } }, 'ni svarar 2–30 på ”N?”'],
    [
      { any: [{ n: { to: 9 } }, { n: { from: 100 } }] },
      'ni svarar högst 9 eller minst 100 på ”N?”',
    ],
    [{ any: [{ x: 'a' }, { x: 'b' }] }, 'ni svarar ”a” eller ”b” på ”X?”'],
    [{ any: [{ x: 'a' }, { y: 'a' }] }, 'ni svarar ”a” på ”X?” eller ”Y?”'],
    [{ x: 'a', y: 'b' }, 'ni svarar ”a” på ”X?” och ”b” på ”Y?”'],
    [{ x: 'a', y: 'b', n: 3 }, 'ni svarar ”a” på ”X?”, ”b” på ”Y?” och 3 på ”N?”'],
    [{ m: { any: ['a', 'b'] } }, 'ni väljer minst ett av ”a” och ”b” på ”M?”'],
    [{ m: { all: ['a', 'b'] } }, 'ni väljer ”a” och ”b” på ”M?”'],
    [{ m: { any: ['a'], none: ['b'] } }, 'ni väljer ”a” men inte ”b” på ”M?”'],
    [{ m: { any: ['a'], none: ['b', 'c'] } }, 'ni väljer ”a” men varken ”b” eller ”c” på ”M?”'],
    [
      { m: { any: ['a'], none: ['b', 'c', 'd'] } },
      'ni väljer ”a” men inget av ”b”, ”c” och ”d” på ”M?”',
    ],
    [{ m: { any: ['a'], none: ['e'] } }, 'ni väljer ”a” på ”M?”'],
    [{ m: { any: ['e'], none: ['a'] } }, 'ni väljer ”e” på ”M?”'],
    [{ m: { none: ['a'] } }, 'ni inte väljer ”a” på ”M?”'],
    [{ z: { none: ['a', 'b'] } }, 'ni svarar på ”Z?” utan att välja något av ”a” och ”b”'],
    [{ not: { z: { none: ['a'] } } }, 'ni väljer ”a” på ”Z?”, om den frågan ställs'],
    [{ not: { m: { any: ['a', 'b'] } } }, 'ni inte väljer något av ”a” och ”b” på ”M?”'],
    [{ m: { only: ['a', 'b'] } }, 'ni inte väljer annat än ”a” och ”b” på ”M?”'],
    [{ stor: true }, '”Stor, eller växande” stämmer'],
    [{ not: { stor: true } }, '”Stor, eller växande” inte stämmer'],
    [{ niva: ['lag', 'hog'] }, '”Nivån” är ”Låg” eller ”Hög”'],
    [
      { y: 'a', any: [{ x: 'a' }, { n: { to: 3 } }] },
      'ni svarar ”a” på ”Y?” och antingen ni svarar ”a” på ”X?” eller högst 3 på ”N?”',
    ],
    [
      { any: [{ x: 'a' }, { y: 'b', stor: true }] },
      'ni svarar ”a” på ”X?”, eller ni svarar ”b” på ”Y?” och ”Stor, eller växande” stämmer',
    ],
    [{ not: { x: 'a', y: 'b' } }, 'ni inte svarar ”a” på ”X?” eller ni inte svarar ”b” på ”Y?”'],
  ])('%j', (raw, text) => {
    expect(conditionText(wizard, read(raw), t)).toBe(text);
  });

  test('says alternatives line by line, the same answer to several questions once', () => {
    const raw = { any: [{ x: 'a' }, { n: 3, y: 'b' }, { y: 'a' }] };
    expect(conditionLines(wizard, read(raw), t)).toEqual([
      'ni svarar ”a” på ”X?” eller ”Y?”',
      'ni svarar 3 på ”N?” och ”b” på ”Y?”',
    ]);
  });
});

/** What a clause says, as a condition again. */
function asCondition(clause: Clause): Condition {
  if (clause.kind === 'true') return clause;
  if (clause.kind === 'all') return { kind: 'all', of: mergeDemands(clause.of).map(asCondition) };
  if (clause.kind === 'any') {
    const merged = mergeAlternatives(clause.of, ({ test: own }) =>
      own.kind === 'is' && own.fact.startsWith('q') ? own.values.join() : own.fact,
    );
    return { kind: 'any', of: merged.map(asCondition) };
  }
  if (clause.kind === 'picks') {
    const { fact, some, none } = clause;
    const parts = some.map((values): Condition => ({ kind: 'has', fact, mode: 'any', values }));
    return { kind: 'all', of: [...parts, { kind: 'has', fact, mode: 'none', values: none }] };
  }
  const facts = [clause.test.fact, ...clause.also];
  const tests = facts.map((fact): Condition => ({ ...clause.test, fact }));
  const { fact } = clause.test;
  const ranges = clause.ranges.map(
    ([from, to]): Condition => ({ kind: 'between', fact, from, to }),
  );
  const whole: Condition = { kind: 'any', of: ranges.length ? ranges : tests };
  return clause.isNot ? { kind: 'not', of: whole } : whole;
}

test('what is put together for the eye says exactly what the condition says, in 400 small wizards', () => {
  const random = seeded(11);
  for (let round = 0; round < 400; round++) {
    const small: Wizard = randomWizard(random);
    const conditions = [
      ...[...small.questions, ...small.rules, ...small.advice].map(({ when }) => when),
      ...describeOutcomes(compileOutcomes(small)).flatMap(({ when }) => when ?? []),
    ];
    const ways = plainWays(small);
    for (const condition of conditions) {
      const said = asCondition(simplify(condition));
      const wrong = ways.find(
        ({ answers }) => isTrue(small, said, answers) !== isTrue(small, condition, answers),
      );
      expect([round, condition, wrong]).toEqual([round, condition, undefined]);
    }
  }
});
