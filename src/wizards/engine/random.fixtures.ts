import type {
  RawAdvice,
  RawCondition,
  RawFact,
  RawOption,
  RawQuestion,
  RawTest,
} from './raw-wizard.ts';
import type { Wizard } from './types.ts';
import { options, outcome, question, rule, wizardOf } from './wizards.fixtures.ts';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function oneOf<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
}

function someOf<T>(random: Random, items: readonly T[]): readonly T[] {
  const chosen = items.filter(() => random() < 0.5);
  return chosen.length ? chosen : [oneOf(random, items)];
}

function several<T>(random: Random, most: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, (_, index) => make(index));
}

type Named = Readonly<Record<string, () => RawTest>>;

/** A small wizard with sound names: two to five questions of all kinds, facts, rules, advice. */
export function randomWizard(random: Random): Wizard {
  const named: Record<string, () => RawTest> = {};
  const facts: RawFact[] = [];
  const questions = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, index) => {
    const made = randomQuestion(random, index, named);
    named[made.id] = testsOf(random, made);
    if (random() < 0.25) addCondition(random, facts, named);
    return made;
  });
  if (random() < 0.6) addTotal(random, facts, named);
  const rules = several(random, 3, (at) => rule(`r${at}`, `u${at}`, condition(random, named)));
  const advice = several(random, 2, (at) => randomAdvice(random, at, named));
  return wizardOf({
    scales: { niva: { options: LEVELS } },
    questions,
    facts,
    decision: {
      hit: oneOf(random, ['first', 'unique', 'collect']),
      rules: [
        ...rules,
        rule('r-sist', 'sist', random() < 0.7 ? undefined : condition(random, named)),
      ],
    },
    outcomes: ['u0', 'u1', 'u2', 'sist'].map(outcome),
    advice,
  });
}

/** A shared scale: a statement gives points, and "ej aktuellt" stands outside the total. */
const LEVELS: readonly RawOption[] = options('a', 'b', 'c').map((option, at) => ({
  ...option,
  scores: { $: 2 - at },
  notApplicable: at === 2,
}));

function randomQuestion(random: Random, index: number, named: Named): RawQuestion {
  const base = {
    id: `q${index}`,
    code: `q${index}`,
    when: index && random() < 0.5 ? condition(random, named) : undefined,
  };
  const kind = oneOf(random, ['single', 'single', 'multiple', 'number', 'scale']);
  if (kind === 'scale') return question({ ...base, scale: 'niva', score: 'poang' });
  if (kind === 'number') return question({ ...base, number: { min: 0, max: 3, unit: 'st' } });
  const scored = options('a', 'b', 'c').map(
    (option): RawOption => ({
      ...option,
      scores: random() < 0.5 ? { poang: Math.floor(random() * 3) } : undefined,
      notApplicable: random() < 0.15,
    }),
  );
  const multiple = kind === 'multiple' ? { exclusive: random() < 0.6 ? ['c'] : [] } : undefined;
  return question({ ...base, multiple, options: scored });
}

function testsOf(random: Random, { number, multiple }: RawQuestion): () => RawTest {
  const ids = ['a', 'b', 'c'];
  if (number) {
    const from = Math.floor(random() * 4);
    return () => oneOf<RawTest>(random, [{ from }, { to: from }, { from: 1, to: 2 }, from]);
  }
  if (!multiple) return () => someOf(random, ids);
  return () => ({ [oneOf(random, ['any', 'all', 'only', 'none'])]: someOf(random, ids) });
}

function addCondition(
  random: Random,
  facts: RawFact[],
  named: Record<string, () => RawTest>,
): void {
  const id = `f${facts.length}`;
  facts.push({ id, label: id, when: condition(random, named) });
  named[id] = () => random() < 0.5;
}

function addTotal(random: Random, facts: RawFact[], named: Record<string, () => RawTest>): void {
  const as = oneOf(random, ['sum', 'share'] as const);
  const bands = [0, as === 'sum' ? 2 : 50, as === 'sum' ? 4 : 80];
  const id = `f${facts.length}`;
  facts.push({
    id,
    label: id,
    total: 'poang',
    as,
    bands: bands.map((from, at) => ({ id: `b${at}`, label: `b${at}`, from })),
  });
  named[id] = () => someOf(random, ['b0', 'b1', 'b2']);
}

function randomAdvice(random: Random, at: number, named: Named): RawAdvice {
  const text = { title: 'Råd', text: 'Gör så.', level: 'rad', sources: ['kalla'] } as const;
  return { id: `m${at}`, when: condition(random, named), ...text };
}

function condition(random: Random, named: Named, depth = 2): RawCondition {
  const form = depth ? random() : 1;
  const inner = () => condition(random, named, depth - 1);
  if (form < 0.15) return { not: inner() };
  if (form < 0.25) return { any: [inner(), inner()] };
  if (form < 0.35) return { all: [inner(), inner()] };
  const ids = someOf(random, Object.keys(named)).slice(0, 2);
  return Object.fromEntries(ids.flatMap((id) => (named[id] ? [[id, named[id]()]] : [])));
}
