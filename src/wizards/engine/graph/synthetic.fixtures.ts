import type { RawFact, RawQuestion } from '../raw-wizard.ts';
import type { Wizard } from '../types.ts';
import { options, outcome, question, rule, wizardOf } from '../wizards.fixtures.ts';

/** Questions of five options, every other asked depending on one of the `reach` before it. */
export function chainOf(length: number, reach = 3): Wizard {
  const ids = Array.from({ length }, (_, at) => `q${at}`);
  const values = ['a', 'b', 'c', 'd', 'e'];
  const reads = (at: number) => ids[at - 1 - (at % reach)] ?? ids[0] ?? '';
  return wizardOf({
    questions: ids.map((id, at) =>
      question({
        id,
        code: at.toString(36),
        options: options(...values),
        when: at % 2 && at > 2 ? { [reads(at)]: values.slice(0, 1 + (at % 4)) } : undefined,
      }),
    ),
    decision: {
      hit: 'first',
      rules: [
        ...ids
          .slice(1)
          .map((id, at) => rule(`r${at}`, `u${at % 7}`, { [id]: 'a', [ids[at] ?? '']: 'b' })),
        rule('r-resten', 'resten'),
      ],
    },
    outcomes: ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'resten'].map(outcome),
  });
}

const LEVELS = [
  { id: 'ja', code: 'a', label: 'Ja', scores: { $: 3, alla: 3 } },
  { id: 'delvis', code: 'b', label: 'Delvis', scores: { $: 2, alla: 2 } },
  { id: 'planerat', code: 'c', label: 'Planerat', scores: { $: 1, alla: 1 } },
  { id: 'nej', code: 'd', label: 'Nej', scores: { $: 0, alla: 0 } },
  { id: 'ej', code: 'e', label: 'Ej aktuellt', notApplicable: true, scores: { $: 0, alla: 0 } },
];

/** Statements on a scale in areas: an average over all, one for each area, and critical statements. */
export function selfAssessment(statements: number, areas: number): Wizard {
  const critical = LEVELS.map((level) =>
    level.id === 'nej' ? { ...level, scores: { ...level.scores, kritisk: 1 } } : level,
  );
  const area = (at: number) => `o${Math.floor((at * areas) / statements)}`;
  const questions = Array.from({ length: statements }, (_, at): RawQuestion => {
    const scale = at % 7 === 0 ? 'kritisk' : 'vanlig';
    return question({ id: `s${at}`, code: at.toString(36), scale, score: area(at) });
  });
  const share = (total: string): RawFact => ({
    id: `andel-${total}`,
    label: total,
    total,
    as: 'share',
    bands: [
      { id: 'lag', label: 'Låg', from: 0 },
      { id: 'mellan', label: 'Mellan', from: 50 },
      { id: 'hog', label: 'Hög', from: 80 },
    ],
  });
  return wizardOf({
    scales: { vanlig: { options: LEVELS }, kritisk: { options: critical } },
    questions,
    facts: [
      share('alla'),
      ...Array.from({ length: areas }, (_, at) => share(`o${at}`)),
      {
        id: 'kritiska',
        label: 'Kritiska nej',
        total: 'kritisk',
        bands: [
          { id: 'fa', label: 'Få', from: 0 },
          { id: 'minst-tva', label: 'Minst två', from: 2 },
        ],
      },
    ],
    decision: {
      hit: 'first',
      rules: [
        rule('r-kritiska', 'rod', { kritiska: 'minst-tva' }),
        rule('r-hog', 'gron', { 'andel-alla': 'hog' }),
        rule('r-lag', 'rod', { 'andel-alla': 'lag' }),
        rule('r-resten', 'gul'),
      ],
    },
    outcomes: ['rod', 'gul', 'gron'].map(outcome),
    advice: Array.from({ length: areas }, (_, at) => ({
      id: `m${at}`,
      title: `Område ${at}`,
      text: 'Börja här.',
      level: 'rad' as const,
      sources: ['kalla'],
      when: { [`andel-o${at}`]: 'lag' },
    })),
  });
}
