import { describe, expect, test } from 'vitest';
import { decodeAnswers } from '../encode.ts';
import { fuzzLinks } from '../fuzz.fixtures.ts';
import { randomWizard, seeded } from '../random.fixtures.ts';
import type { Wizard } from '../types.ts';
import { login, options, question, rule, wizardOf } from '../wizards.fixtures.ts';
import type { ArchivedVersion } from './archive.ts';
import { checkVersions } from './check-versions.ts';
import { type Migration, openLink } from './migrate.ts';
import { RETYPES } from './retype.fixtures.ts';
import { archiveVersion } from './sample-links.ts';

/** Version 1 of a small guide, and a version 2 with one thing changed. */
const first = wizardOf({
  version: 1,
  questions: [
    question({ id: 'grupp', code: 'g', options: options('f-3', 'hog', 'gy') }),
    question({ id: 'elever', code: 'n', number: { min: 1, max: 900, unit: 'elever' } }),
    question({ id: 'enheter', code: 'e', multiple: true, options: options('egna', 'skolans') }),
  ],
  decision: {
    hit: 'first',
    rules: [rule('r1', 'resten', { grupp: 'gy' }), rule('r2', 'resten')],
  },
});
const archive = { id: first.id, versions: [archiveVersion(first)] };
const LINK = 'v=1&g=b&n=80&e=a.b';

function second(edit: (questions: Wizard['questions']) => Wizard['questions']): Wizard {
  return { ...first, version: 2, questions: edit(first.questions) };
}

const change = (id: string, to: Partial<Wizard['questions'][number]>) =>
  second((questions) =>
    questions.map((own) => (own.id === id ? ({ ...own, ...to } as typeof own) : own)),
  );

const REASON = 'Vi frågar på ett annat sätt.';
type Edit = Omit<Migration, 'to' | 'reason' | 'question'>;
const migrated = (id: string, edit: Edit): readonly Migration[] => [
  { to: 2, question: id, reason: REASON, ...edit },
];

const optionsOfGroup = (...ids: readonly string[]) =>
  ids.map((id, at) => ({
    ...login.questions[0],
    id,
    code: 'xyzw'[at] ?? '',
    label: id,
    hint: null,
    unknown: null,
    scores: {},
    notApplicable: false,
  }));

const CASES: readonly (readonly [string, Wizard, readonly Migration[], object, string[]])[] = [
  [
    'rename: the answer goes to the new question',
    change('grupp', { id: 'elevgrupp', code: 'p' }),
    migrated('grupp', { rename: 'elevgrupp' }),
    { elevgrupp: 'hog', elever: 80, enheter: ['egna', 'skolans'] },
    ['kept'],
  ],
  [
    'map: the option has a new name',
    change('grupp', { options: optionsOfGroup('f-3', 'ak-7-9', 'gy') } as never),
    migrated('grupp', { map: { hog: 'ak-7-9' } }),
    { grupp: 'ak-7-9', elever: 80, enheter: ['egna', 'skolans'] },
    ['kept'],
  ],
  [
    'merge: two options became one',
    change('enheter', { options: optionsOfGroup('enhet', 'annat') } as never),
    migrated('enheter', { merge: { enhet: ['egna', 'skolans'] } }),
    { grupp: 'hog', elever: 80, enheter: ['enhet'] },
    ['kept'],
  ],
  [
    'split: the reader has to choose again',
    change('grupp', { options: optionsOfGroup('f-3', 'ak-7', 'ak-8-9', 'gy') } as never),
    migrated('grupp', { split: { hog: ['ak-7', 'ak-8-9'] } }),
    { elever: 80, enheter: ['egna', 'skolans'] },
    ['ask'],
  ],
  [
    'askAgain: the question means something else',
    change('elever', { unit: 'elever på skolan' } as never),
    migrated('elever', { askAgain: true }),
    { grupp: 'hog', enheter: ['egna', 'skolans'] },
    ['ask'],
  ],
  [
    'drop: the question is gone',
    second((questions) => questions.slice(1)),
    migrated('grupp', { drop: true }),
    { elever: 80, enheter: ['egna', 'skolans'] },
    ['gone'],
  ],
  [
    'retype: one option becomes several',
    change('grupp', { kind: 'multiple', exclusive: [] } as never),
    migrated('grupp', { retype: true }),
    { grupp: ['hog'], elever: 80, enheter: ['egna', 'skolans'] },
    ['kept'],
  ],
];

describe('openLink', () => {
  test.each(CASES)('%s', (_name, wizard, migrations, answers, what) => {
    const opened = openLink(wizard, { versions: archive.versions, migrations }, LINK);
    expect(opened.answers).toEqual(answers);
    expect(opened.problems).toEqual([]);
    expect(opened.notes.map((note) => note.what)).toEqual(what);
    expect(opened.notes.every(({ reason }) => reason === REASON)).toBe(true);
  });

  test.each(CASES)(
    'with the migration nothing is lost or reused: %s',
    (_name, wizard, migrations) => {
      const archived = checkVersions(wizard, migrations, archive, true);
      expect(archived.map(({ message }) => message)).toEqual([]);
    },
  );

  test('goes through several versions in order', () => {
    const wizard = { ...change('grupp', { id: 'c', code: 'q' }), version: 3 };
    const migrations: Migration[] = [
      { to: 3, question: 'b', rename: 'c', reason: REASON },
      { to: 2, question: 'grupp', rename: 'b', reason: REASON },
    ];
    expect(openLink(wizard, { versions: archive.versions, migrations }, 'v=1&g=b').answers).toEqual(
      { c: 'hog' },
    );
  });

  test('reads a link of the same version, or of one we do not know, as it stands', () => {
    const history = { versions: archive.versions, migrations: [] };
    for (const link of [LINK, 'v=77&g=b', 'g=b', ''])
      expect(openLink(first, history, link)).toEqual({
        ...decodeAnswers(first, link),
        notes: [],
        before: null,
      });
  });
});

describe('the retype matrix', () => {
  test.each(RETYPES)('$from → $to with $given: $kept', ({ from, to, given, kept }) => {
    const kinds = { single: 'grupp', number: 'elever', multiple: 'enheter' } as const;
    const make = (kind: keyof typeof kinds, version: number) => {
      const own = question({
        id: 'q',
        code: 'q',
        ...(kind === 'number'
          ? { number: { min: 1, max: 9, unit: 'st' } }
          : {
              options: options('a', 'b', 'c'),
              ...(kind === 'multiple' ? { multiple: { exclusive: ['c'] } } : {}),
            }),
      });
      return wizardOf({ version, questions: [own] });
    };
    const [old, now] = [make(from, 1), make(to, 2)];
    const versions = [archiveVersion(old)];
    const migrations: Migration[] = [{ to: 2, question: 'q', reason: REASON, retype: true }];
    const { answers } = openLink(now, { versions, migrations }, `v=1&q=${given}`);
    expect(answers['q'] ?? 'asked again').toEqual(kept);
  });
});

describe('checkVersions', () => {
  const checks = (wizard: Wizard, migrations: readonly Migration[] = []) =>
    checkVersions(wizard, migrations, archive, true).map(({ check }) => check);

  test('has nothing to say of the version itself', () => {
    expect(checks(first)).toEqual([]);
  });

  test.each<[string, Wizard, string]>([
    ['a renamed question', change('grupp', { id: 'ny' }), 'code-reused'],
    ['a deleted question', second((questions) => questions.slice(1)), 'code-dropped'],
    [
      'a deleted option',
      change('grupp', { options: optionsOfGroup('f-3', 'gy') } as never),
      'code-dropped',
    ],
    [
      'a code that changed hands',
      second(([a, b, ...rest]) =>
        a && b ? [{ ...a, code: 'n' }, { ...b, code: 'g' }, ...rest] : [],
      ),
      'code-reused',
    ],
    ['a narrower range', change('elever', { max: 100 } as never), 'link-lost'],
    [
      'another result in the same version',
      { ...first, rules: first.rules.slice(1) },
      'link-changed',
    ],
  ])('finds %s', (_name, wizard, check) => {
    expect(checks(wizard)).toContain(check);
  });

  test.each<[string, Partial<Migration>]>([
    ['leads to a later version', { to: 9, drop: true }],
    ['is about a question that never was', { question: 'nej', drop: true }],
    ['renames to nothing', { rename: 'borta' }],
  ])('finds a migration that %s', (_name, edit) => {
    const migration: Migration = { to: 2, question: 'grupp', reason: REASON, ...edit };
    const wizard = { ...first, version: 2 };
    expect(checks(wizard, [migration])).toContain('migration');
  });
});

describe('what a saved decision led to', () => {
  const decided = (now: Wizard, migrations: readonly Migration[], link: string) =>
    openLink(now, { versions: archive.versions, migrations }, link).before;

  test('is told as the old version decided it, whatever the new one does', () => {
    const now = { ...first, version: 2, rules: [], advice: [] };
    expect(decided(now, [], LINK)).toEqual({
      outcomes: [{ id: 'resten', title: 'resten' }],
      advice: [],
    });
  });

  test('is not told while a question was open, or when the rules were not kept', () => {
    expect(decided({ ...first, version: 2 }, [], 'v=1&g=b')).toBe(null);
    const versions = archive.versions.map(({ logic: _, ...rest }): ArchivedVersion => rest);
    const history = { versions, migrations: [] };
    expect(openLink({ ...first, version: 2 }, history, LINK).before).toBe(null);
  });

  test('agrees with the version itself in 300 small wizards', () => {
    const random = seeded(7);
    for (let round = 0; round < 300; round++) {
      const wizard = randomWizard(random);
      const { version, questions, logic, links } = archiveVersion(wizard);
      // as it comes back from a file
      const kept = JSON.parse(JSON.stringify([{ version, questions, logic }]));
      const now = { ...wizard, version: version + 1, rules: [] };
      for (const { link, outcomes, advice } of links) {
        const opened = openLink(now, { versions: kept, migrations: [] }, link);
        expect(opened.before?.outcomes.map(({ id }) => id)).toEqual(outcomes);
        expect(opened.before?.advice.map(({ id }) => id)).toEqual(advice);
      }
    }
  });
});

describe('hostile links', { timeout: 60_000 }, () => {
  test('100,000 damaged fragments give answers or a report, never an exception or a state that cannot be', () => {
    expect(fuzzLinks(100_000, 20261123)).toBe(100_000);
  });
});
