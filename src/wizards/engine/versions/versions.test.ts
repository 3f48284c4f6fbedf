import { describe, expect, test } from 'vitest';
import { decodeAnswers, encodeAnswers } from '../encode.ts';
import { evaluate } from '../evaluate.ts';
import { oneOf, randomWizard, seeded } from '../random.fixtures.ts';
import type { Wizard } from '../types.ts';
import { login, options, question, rule, wizardOf } from '../wizards.fixtures.ts';
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
      expect(openLink(first, history, link)).toEqual({ ...decodeAnswers(first, link), notes: [] });
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

describe('hostile links', { timeout: 20_000 }, () => {
  test('100,000 damaged fragments give answers or a report, never an exception or a state that cannot be', () => {
    const random = seeded(20261123);
    const guides = [login, first, ...Array.from({ length: 8 }, () => randomWizard(random))];
    const seeds = guides.map((wizard) => archiveVersion(wizard).links.map(({ link }) => link));
    const history = {
      versions: archive.versions,
      migrations: migrated('grupp', { split: { hog: ['x'] } }),
    };
    const next = { ...first, version: 2 };
    for (let round = 0; round < 100_000; round++) {
      const at = round % guides.length;
      const wizard = at === 1 && round % 3 === 0 ? next : (guides[at] ?? login);
      const link = damage(oneOf(random, seeds[at] ?? [LINK]), random);
      const { answers, problems } = openLink(wizard, history, link);
      if (problems.length > 40) throw new Error(`${link}: ${problems.length} problems`);
      if (round % 10) continue; // the whole view costs more
      const view = evaluate(wizard, answers);
      if (
        view.position.rejected.length ||
        (view.position.current === null) !== (view.decision !== null)
      )
        throw new Error(`${link}: a state that cannot be`);
      const again = decodeAnswers(wizard, encodeAnswers(wizard, answers));
      if (again.problems.length) throw new Error(`${link}: not read back`);
    }
  });
});

const JUNK = [
  '%',
  '%00',
  '&',
  '=',
  '.',
  '?',
  '#',
  'v=',
  '__proto__',
  'constructor=1',
  '🙂',
  '\0',
  '9'.repeat(40),
  '-',
  'e',
  '+',
  ';',
  '%zz',
  '..',
  'null',
  '1e9',
  'NaN',
];

function damage(link: string, random: () => number): string {
  let text = link;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
    const at = Math.floor(random() * (text.length + 1));
    const kind = random();
    if (kind < 0.3) text = text.slice(0, at) + oneOf(random, JUNK) + text.slice(at);
    else if (kind < 0.5) text = text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 5));
    else if (kind < 0.7)
      text =
        text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0xffff)) + text.slice(at + 1);
    else if (kind < 0.85) text = `${text}&${text}`;
    else text = text.slice(0, at);
  }
  return text;
}
