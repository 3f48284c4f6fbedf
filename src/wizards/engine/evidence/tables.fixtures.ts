import { normalizeCondition } from '../normalize-condition.ts';
import type { RawCondition } from '../raw-wizard.ts';
import type { Answer, HitPolicy, Wizard } from '../types.ts';
import { options, outcome, question, wizardOf } from '../wizards.fixtures.ts';

/** A decision table of elsewhere, said again in our words. */
export interface Table {
  readonly name: string;
  /** `any`, `priority` and `output order` of DMN come down to these two: see `aboutHits`. */
  readonly hit: HitPolicy;
  /** Least and most of a number, or the values. */
  readonly inputs: Readonly<Record<string, readonly [number, number] | readonly string[]>>;
  /** A test for each input (`null`: any), and what the row gives. */
  readonly rows: readonly (readonly [tests: readonly (RowTest | null)[], gives: string])[];
  readonly cases: readonly (readonly [answers: readonly Answer[], gives: readonly string[]])[];
}

export type RowTest = readonly [from: number | null, to: number | null] | readonly string[];

const RISK = ['high', 'medium', 'low', 'very-low', 'decline'];
const TRUTH = ['true', 'false'];
const AGE: readonly [number, number] = [0, 120];
const LEVELS = ['high', 'low', 'medium'];

/** dmn-tck 0108–0119 by what they say of hits, and the tables of 0004-lending. */
export const TABLES: readonly Table[] = [
  ...(['first', 'collect'] as const).map(
    (hit): Table => ({
      name: `hits 0108 and 0109 with ${hit}`,
      hit,
      inputs: { age: AGE, risk: LEVELS, affordable: TRUTH },
      rows: [
        [[[18, null], ['medium'], ['true']], 'approved-best'],
        [[[12, null], ['medium'], ['true']], 'approved-standard'],
        [[[null, 11], ['low'], ['true']], 'declined-standard'],
      ],
      cases: [
        [
          [19, 'medium', 'true'],
          hit === 'first' ? ['approved-best'] : ['approved-best', 'approved-standard'],
        ],
        [[13, 'medium', 'true'], ['approved-standard']],
        [[10, 'low', 'true'], ['declined-standard']],
      ],
    }),
  ),
  // output order: rows in order of what they give; priority: the first of them
  ...(['collect', 'first'] as const).map(
    (hit): Table => ({
      name: `hits 0110 and 0118 by priority with ${hit}`,
      hit,
      inputs: { age: AGE, risk: LEVELS, affordable: TRUTH },
      rows: [
        [[[18, null], ['medium', 'low'], ['true']], 'approved-basic'],
        [[null, ['high'], null], 'approved-standard'],
        [[[null, 17], null, null], 'declined-standard'],
      ],
      cases: [
        [
          [17, 'high', 'true'],
          hit === 'first' ? ['approved-standard'] : ['approved-standard', 'declined-standard'],
        ],
        [[19, 'low', 'true'], ['approved-basic']],
        [[10, 'low', 'true'], ['declined-standard']],
      ],
    }),
  ),
  {
    name: 'hits 0111, one column',
    hit: 'first',
    inputs: { age: AGE },
    rows: [
      [[[19, null]], 'cars'],
      [[[13, null]], 'videogames'],
      [[[1, null]], 'toys'],
    ],
    cases: [
      [[19], ['cars']],
      [[13], ['videogames']],
      [[5], ['toys']],
    ],
  },
  {
    name: 'hits 0112, one column, an outcome once',
    hit: 'collect',
    inputs: { age: AGE },
    rows: [
      [[[18, null]], 'best'],
      [[[12, null]], 'standard'],
      [[[null, 11]], 'standard'],
    ],
    cases: [
      [[19], ['best', 'standard']],
      [[13], ['standard']],
      [[10], ['standard']],
    ],
  },
  {
    name: 'hits 0114, 0115 and 0116: what min, sum and count are taken of',
    hit: 'collect',
    inputs: { years: [0, 60] },
    rows: [
      [[[2, null]], 'pay-100'],
      [[[3, null]], 'pay-200'],
      [[[4, null]], 'pay-300'],
      [[[6, null]], 'pay-500'],
    ],
    cases: [
      [[6], ['pay-100', 'pay-200', 'pay-300', 'pay-500']],
      [[3], ['pay-100', 'pay-200']],
      [[2], ['pay-100']],
      [[1], []],
    ],
  },
  {
    name: 'hits 0117: any',
    hit: 'first',
    inputs: { age: AGE, risk: LEVELS, affordable: TRUTH },
    rows: [
      [[[18, null], ['low'], ['true']], 'approved-best'],
      [[[18, null], ['medium'], ['true']], 'approved-standard'],
      [[[null, 17], ['medium', 'low'], ['true']], 'declined-standard'],
      [[null, ['high'], ['true']], 'declined-standard'],
      [[null, null, ['false']], 'declined-standard'],
      [[[19, null], ['low'], ['true']], 'approved-best'],
    ],
    cases: [
      [[19, 'low', 'true'], ['approved-best']],
      [[17, 'high', 'true'], ['declined-standard']],
      [[19, 'medium', 'true'], ['approved-standard']],
    ],
  },
  {
    name: 'lending: strategy',
    hit: 'unique',
    inputs: { eligible: TRUTH, call: ['full', 'mini', 'none'] },
    rows: [
      [[['false'], null], 'decline'],
      [[['true'], ['full', 'mini']], 'bureau'],
      [[['true'], ['none']], 'through'],
    ],
    cases: [[['true', 'mini'], ['bureau']]],
  },
  {
    name: 'lending: contingency factor',
    hit: 'unique',
    inputs: { risk: RISK },
    rows: [
      [[['high', 'decline']], 'f06'],
      [[['medium']], 'f07'],
      [[['low', 'very-low']], 'f08'],
    ],
    cases: [[['low'], ['f08']]],
  },
  {
    name: 'lending: eligibility',
    hit: 'first',
    inputs: { risk: RISK, affordable: TRUTH, age: AGE },
    rows: [
      [[['decline'], null, null], 'ineligible'],
      [[null, ['false'], null], 'ineligible'],
      [[null, null, [null, 17]], 'ineligible'],
      [[null, null, null], 'eligible'],
    ],
    cases: [
      [['low', 'true', 35], ['eligible']],
      [['low', 'true', 17], ['ineligible']],
    ],
  },
  {
    name: 'lending: bureau call',
    hit: 'unique',
    inputs: { risk: RISK },
    rows: [
      [[['high', 'medium']], 'full'],
      [[['low']], 'mini'],
      [[['very-low', 'decline']], 'none'],
    ],
    cases: [[['low'], ['mini']]],
  },
  {
    name: 'lending: risk after the bureau',
    hit: 'unique',
    inputs: { existing: TRUTH, score: [0, 200], credit: [300, 900] },
    rows: [
      [[['false'], [null, 119], [null, 589]], 'high'],
      [[['false'], [null, 119], [590, 610]], 'medium'],
      [[['false'], [null, 119], [611, null]], 'low'],
      [[['false'], [120, 130], [null, 599]], 'high'],
      [[['false'], [120, 130], [600, 625]], 'medium'],
      [[['false'], [120, 130], [626, null]], 'low'],
      [[['false'], [131, null], null], 'very-low'],
      [[['true'], [null, 100], [null, 579]], 'high'],
      [[['true'], [null, 100], [580, 600]], 'medium'],
      [[['true'], [null, 100], [601, null]], 'low'],
      [[['true'], [101, null], [null, 589]], 'high'],
      [[['true'], [101, null], [590, 615]], 'medium'],
      [[['true'], [101, null], [616, null]], 'low'],
    ],
    cases: [[['false', 130, 649], ['low']]],
  },
  {
    name: 'lending: risk points',
    hit: 'collect',
    inputs: {
      age: [18, 120],
      married: ['single', 'married'],
      work: ['unemployed', 'employed', 'own', 'student'],
    },
    rows: [
      [[[18, 21], null, null], 'age-32'],
      [[[22, 25], null, null], 'age-35'],
      [[[26, 35], null, null], 'age-40'],
      [[[36, 49], null, null], 'age-43'],
      [[[50, null], null, null], 'age-48'],
      [[null, ['single'], null], 'status-25'],
      [[null, ['married'], null], 'status-45'],
      [[null, null, ['unemployed']], 'work-15'],
      [[null, null, ['employed']], 'work-45'],
      [[null, null, ['own']], 'work-36'],
      [[null, null, ['student']], 'work-18'],
    ],
    cases: [
      [
        [35, 'married', 'employed'],
        ['age-40', 'status-45', 'work-45'],
      ],
    ],
  },
  {
    name: 'lending: routing',
    hit: 'first',
    inputs: { risk: RISK, affordable: TRUTH, bankrupt: TRUTH, credit: [300, 900] },
    rows: [
      [[null, ['false'], null, null], 'decline'],
      [[null, null, ['true'], null], 'decline'],
      [[['high'], null, null, null], 'refer'],
      [[null, null, null, [null, 579]], 'refer'],
      [[null, null, null, null], 'accept'],
    ],
    cases: [
      [['low', 'true', 'false', 649], ['accept']],
      [['low', 'true', 'false', 579], ['refer']],
    ],
  },
];

/** Written elsewhere with `[120..130)` and then `>130`: at 130 nothing holds. */
export const GAP: Table = {
  name: 'lending: risk before the bureau',
  hit: 'unique',
  inputs: { existing: TRUTH, score: [0, 200] },
  rows: [
    [[['false'], [null, 99]], 'high'],
    [[['false'], [100, 119]], 'medium'],
    [[['false'], [120, 129]], 'low'],
    [[['false'], [131, null]], 'very-low'],
    [[['true'], [null, 79]], 'decline'],
    [[['true'], [80, 89]], 'high'],
    [[['true'], [90, 110]], 'medium'],
    [[['true'], [111, null]], 'low'],
  ],
  cases: [
    [['false', 129], ['low']],
    [['false', 130], []],
  ],
};

/** Extra days of leave: `max` of five or two, and three besides. 22 to begin with. */
export const VACATION: Table = {
  name: 'vacation days',
  hit: 'first',
  inputs: { age: AGE, service: [0, 80] },
  rows: [
    [[null, [30, null]], 'd30'],
    [[[60, null], null], 'd30'],
    [[[null, 17], null], 'd27'],
    [[null, [15, 29]], 'd24'],
    [[[45, null], null], 'd24'],
    [[null, null], 'd22'],
  ],
  cases: [
    [[16, 1], ['d27']],
    [[25, 5], ['d22']],
    [[25, 20], ['d24']],
    [[44, 30], ['d30']],
    [[50, 20], ['d24']],
    [[50, 30], ['d30']],
    [[60, 20], ['d30']],
  ],
};

/** The table as a guide: one question an input, one rule a row. */
export function asGuide({ hit, inputs, rows }: Table): Wizard {
  const ids = Object.keys(inputs);
  const wizard = wizardOf({
    questions: Object.entries(inputs).map(([id, values], at) => {
      const base = { id, code: `q${at}` };
      const [min, max] = values;
      return typeof min === 'number' && typeof max === 'number'
        ? question({ ...base, number: { min, max, unit: 'st' } })
        : question({ ...base, options: options(...values.map(String)) });
    }),
    outcomes: [...new Set(rows.map(([, gives]) => gives))].map(outcome),
  });
  const rules = rows.map(([tests, gives], at) => ({
    id: `r${at}`,
    outcome: gives,
    because: '',
    sources: [],
    when: normalizeCondition(rowCondition(ids, tests), () => false),
  }));
  return { ...wizard, hit, rules };
}

function rowCondition(ids: readonly string[], tests: Table['rows'][number][0]): RawCondition {
  const entries = tests.flatMap((test, at) => {
    if (!test) return [];
    const [from, to] = test;
    const isRange = typeof from === 'number' || typeof to === 'number';
    const raw = isRange ? { from: from ?? undefined, to: to ?? undefined } : test.map(String);
    return [[ids[at], raw]];
  });
  return Object.fromEntries(entries) as RawCondition;
}
