import { readDefinition } from './read-definition.ts';
import { addToArchive } from './write-archive.ts';

/** A sound definition, and one fault at a time put into it. */
export const SOUND = `id: prov
version: 1
title: Välj inloggning
summary: Hjälper er att välja.
minutes: 5
audience: [it]
reviewed: 2026-11-01
reviewBy: 2027-05-01
state: [laget]
questions:
  - id: grupp
    code: g
    ask: Vilken grupp gäller det?
    why: Vana skiljer.
    options:
      - { id: f-3, code: a, label: F–3 }
      - { id: gy, code: b, label: Gymnasiet }
      - { id: vet-inte, code: v, label: Vet inte, unknown: { ask: it, how: Fråga. } }
  - id: elever
    code: n
    ask: Hur många elever?
    why: Stora behöver samordna.
    number: { min: 1, max: 5000, unit: elever }
  - id: enheter
    code: e
    ask: Vilka enheter?
    why: Egna enheter kräver regler.
    when: { grupp: gy }
    multiple: { exclusive: [inga] }
    options:
      - { id: egna, code: a, label: Egna }
      - { id: skolans, code: b, label: Skolans }
      - { id: inga, code: c, label: Inga }
  - id: ansvar
    code: a1
    ask: Ansvaret är fördelat.
    why: Någon måste äga frågan.
    scale: uppfyllt
    score: styrning
scales:
  uppfyllt:
    options:
      - { id: ja, code: j, label: Ja, scores: { $: 2 } }
      - { id: nej, code: n, label: Nej, scores: { $: 0 } }
facts:
  - { id: stor, label: Stor, when: { elever: { from: 1500 } } }
  - id: mognad
    label: Mognad
    total: styrning
    bands:
      - { id: lag, label: Låg, from: 0 }
      - { id: hog, label: Hög, from: 2 }
decision:
  hit: first
  rules:
    - id: r-enkel
      when: { grupp: f-3 }
      outcome: enkel
      because: Yngre elever.
      sources: [kalla]
    - id: r-stor
      when: { stor: true, enheter: { any: [egna, skolans] } }
      outcome: konto
      because: Många elever.
      sources: [kalla]
    - id: r-resten
      outcome: vanta
      because: Resten.
      sources: [kalla]
outcomes:
  - id: enkel
    title: Enkel inloggning
    recommendation: Välj enkel inloggning.
    why: Se [[laget]].
    steps:
      - { id: lista, text: Lista, role: it, days: 14, level: rad }
    involve: [it]
    guides: [/e-legitimation/elever/]
    sources: [kalla]
  - id: konto
    title: Skolkonto
    recommendation: Välj skolkonto.
    why: Därför.
    sources: [kalla]
  - id: vanta
    title: Vänta
    recommendation: Vänta.
    why: Därför.
    sources: [kalla]
advice:
  - id: styrning
    when: { mognad: lag }
    title: Fördela ansvaret
    text: Utse en ägare.
    level: rad
    sources: [kalla]
numbers:
  - id: tekniker
    label: Tekniker
    unit: personer
    when: { grupp: gy }
    formula: { divide: [elever, per-tekniker] }
    thumbs:
      - { id: per-tekniker, label: Elever per tekniker, value: 800, min: 100, max: 3000, step: 50, unit: elever, source: kalla }
personas:
  - id: liten
    who: En liten skola.
    answers: { grupp: f-3, elever: 80, ansvar: ja }
    outcome: enkel
    advice: []
  - id: stor
    who: En stor kommun.
    answers: { grupp: gy, elever: 2000, enheter: [egna], ansvar: nej }
    outcome: konto
    advice: [styrning]
    numbers: { tekniker: 2.5 }
  - id: mellan
    who: En skola som inte vet.
    answers: { grupp: vet-inte, elever: 500, ansvar: ja }
    outcome: vanta
`;

export const CONTEXT = {
  today: '2026-11-23',
  roles: new Set(['it', 'rektor']),
  sources: new Set(['kalla']),
  facts: new Set(['laget']),
  pages: new Set(['/e-legitimation/elever/']),
};

/** What the fault is, and the texts to put in the place of others. */
export type FaultCase = readonly [
  name: string,
  ...changes: (readonly [from: string, to: string])[],
];

const RULE_STOR = `    - id: r-stor
      when: { stor: true, enheter: { any: [egna, skolans] } }`;
const RULE_RESTEN = `    - id: r-resten
      outcome: vanta`;

export const FAULTS: readonly FaultCase[] = [
  ['an option that is not there', ['when: { grupp: gy }', 'when: { grupp: gym }']],
  ['a question that is not there', ['when: { grupp: gy }', 'when: { grup: gy }']],
  ['a band that is not there', ['mognad: lag', 'mognad: laag']],
  [
    'an outcome that is not there',
    ['outcome: konto\n      because', 'outcome: kontot\n      because'],
  ],
  ['a scale that is not there', ['scale: uppfyllt', 'scale: uppfylt']],
  ['a score that no option gives', ['total: styrning', 'total: styrningen']],
  ['an exclusive option that is not there', ['exclusive: [inga]', 'exclusive: [ingen]']],
  [
    'an outcome of a persona that is not there',
    ['outcome: enkel\n    advice', 'outcome: enkelt\n    advice'],
  ],
  ['an advice of a persona that is not there', ['advice: [styrning]', 'advice: [styrningen]']],
  ['a role that is not there', ['role: it', 'role: itt']],
  ['a role to ask that is not there', ['ask: it, how', 'ask: rektorn, how']],
  [
    'a source that is not there',
    ['Resten.\n      sources: [kalla]', 'Resten.\n      sources: [kall]'],
  ],
  ['a dated fact in a text that is not there', ['[[laget]]', '[[lagett]]']],
  ['a dated fact of the state that is not there', ['state: [laget]', 'state: [laeget]']],
  ['a dated fact in a title', ['title: Vänta', 'title: Vänta på [[laget]]']],
  ['a page that is not there', ['/e-legitimation/elever/', '/e-legitimation/elev/']],
  ['a question id used twice', ['id: ansvar', 'id: elever']],
  ['an option id used twice', ['id: skolans, code: b', 'id: egna, code: b']],
  ['a rule id used twice', ['id: r-resten', 'id: r-enkel']],
  ['a question code used twice', ['code: a1', 'code: g']],
  ['an option code used twice', ['id: skolans, code: b', 'id: skolans, code: a']],
  ['the question code that addresses need', ['code: a1', 'code: v']],
  [
    'a fact with the id of a question',
    ['id: stor, label', 'id: elever, label'],
    ['stor: true', 'elever: { from: 9 }'],
  ],
  [
    'a word of conditions as an id',
    ['id: elever', 'id: not'],
    ['{ elever: {', '{ grupp: gy, antal: {'],
  ],
  ['a condition on a later question', ['when: { grupp: gy }', 'when: { ansvar: ja }']],
  [
    'a condition on the question itself',
    ['when: { grupp: gy }', 'when: { enheter: { any: [egna] } }'],
  ],
  [
    'a condition on a fact that a later question settles',
    ['when: { grupp: gy }', 'when: { mognad: hog }'],
  ],
  ['a test for numbers on one option', ['{ grupp: gy }', '{ grupp: { from: 1 } }']],
  ['a test for one option on a number', ['{ elever: { from: 1500 } }', '{ elever: manga }']],
  [
    'a test for several options on one',
    ['when: { grupp: f-3 }', 'when: { grupp: { any: [f-3] } }'],
  ],
  ['a test that lists every option', ['{ grupp: gy }', '{ grupp: [f-3, gy, vet-inte] }']],
  ['a bound above the highest number', ['from: 1500', 'from: 15000']],
  ['bounds the wrong way round', ['{ from: 1500 }', '{ from: 1500, to: 1000 }']],
  ['a highest number below the lowest', ['min: 1, max: 5000', 'min: 6000, max: 5000']],
  ['bands that do not rise', ['label: Hög, from: 2', 'label: Hög, from: 0']],
  ['a band that is never reached', ['label: Hög, from: 2', 'label: Hög, from: 3']],
  [
    'a question that is never asked',
    [
      'when: { grupp: gy }',
      'when: { grupp: gy, elever: { from: 10 }, not: { elever: { from: 10 } } }',
    ],
  ],
  [
    'a question with a condition that is always true',
    ['when: { grupp: gy }', 'when: { any: [{ grupp: gy }, { not: { grupp: gy } }] }'],
  ],
  ['an advice that is never added', ['{ mognad: lag }', '{ mognad: lag, ansvar: ja }']],
  [
    'an outcome that no rule leads to',
    ['outcome: konto\n      because', 'outcome: vanta\n      because'],
  ],
  ['a gap', [RULE_RESTEN, `    - id: r-resten\n      when: { grupp: gy }\n      outcome: vanta`]],
  ['an overlap', ['hit: first', 'hit: unique']],
  ['a shadowed rule', [RULE_STOR, `    - id: r-stor\n      when: { grupp: [f-3], stor: true }`]],
  [
    'a rule for the rest that nothing is left for',
    [
      RULE_RESTEN,
      `    - id: r-gy\n      when: { grupp: [gy, vet-inte] }\n      outcome: vanta\n      because: Äldre.\n      sources: [kalla]\n${RULE_RESTEN}`,
    ],
  ],
  [
    'a rule shadowed by two',
    [
      RULE_RESTEN,
      `    - id: r-gy\n      when: { grupp: [gy, vet-inte] }\n      outcome: vanta\n      because: Äldre.\n      sources: [kalla]\n    - id: r-resten\n      when: { elever: { to: 4000 } }\n      outcome: vanta`,
    ],
  ],
  [
    'an alternative that is never true where it stands',
    [
      '{ stor: true, enheter: { any: [egna, skolans] } }',
      '{ stor: true, enheter: { any: [egna, skolans] }, grupp: [f-3, gy] }',
    ],
  ],
  [
    'a part that is always true',
    ['{ stor: true, enheter', '{ stor: true, elever: { from: 1 }, enheter'],
  ],
  [
    'an alternative under any that is never true',
    [
      '{ grupp: f-3 }\n      outcome',
      '{ any: [{ grupp: f-3 }, { grupp: f-3, stor: true, not: { stor: true } }] }\n      outcome',
    ],
  ],
  [
    'not on a question that may not be asked',
    [
      'enheter: { any: [egna, skolans] } }',
      'not: { enheter: { any: [inga] } }, grupp: [gy, vet-inte] }',
    ],
  ],
  [
    'not on a total that may count nothing',
    ['scale: uppfyllt\n', 'scale: uppfyllt\n    when: { grupp: gy }\n'],
    ['{ mognad: lag }', '{ not: { mognad: hog } }'],
  ],
  ['a rule that is never true', ['{ stor: true, enheter', '{ stor: true, grupp: f-3, enheter']],
  ['a fact nobody uses', ['stor: true, enheter', 'enheter']],
  ['a score nobody uses', ['label: Egna }', 'label: Egna, scores: { fri: 1 } }']],
  [
    'a question that changes nothing',
    ['mognad: lag', 'stor: true'],
    ['    score: styrning\n', ''],
    [', scores: { $: 2 }', ''],
    [', scores: { $: 0 }', ''],
  ],
  ['points without a score', ['    score: styrning\n', '']],
  ['a rule without a source', ['Resten.\n      sources: [kalla]', 'Resten.']],
  ['an advice without a source', ['level: rad\n    sources: [kalla]', 'level: rad']],
  ['a review that is a little late', ['2027-05-01', '2026-11-20']],
  ['a review that is very late', ['2027-05-01', '2026-08-20'], ['2026-11-01', '2026-02-01']],
  ['a review before it was made', ['2027-05-01', '2026-10-01']],
  ['a persona with another outcome', ['outcome: enkel\n    advice', 'outcome: konto\n    advice']],
  ['a persona with other advice', ['advice: [styrning]', 'advice: []']],
  ['a persona that answers what it is not asked', ['elever: 80,', 'elever: 80, enheter: [egna],']],
  ['a persona that leaves a question open', ['elever: 80,', '']],
  ['a persona with an answer that is not taken', ['elever: 80,', 'elever: åttio,']],
  [
    'a rule no persona reaches',
    [
      'answers: { grupp: vet-inte, elever: 500, ansvar: ja }\n    outcome: vanta',
      'answers: { grupp: f-3, elever: 500, ansvar: ja }\n    outcome: enkel',
    ],
  ],
  [
    'an advice no persona reaches',
    ['ansvar: nej }', 'ansvar: ja }'],
    ['advice: [styrning]', 'advice: []'],
  ],
  ['a formula that may divide by zero', ['value: 800, min: 100', 'value: 800, min: 0']],
  ['a formula with a name that is not there', ['divide: [elever, per', 'divide: [elver, per']],
  [
    'a number that is never worked out',
    [
      'when: { grupp: gy }\n    formula',
      'when: { grupp: f-3, enheter: { any: [egna] } }\n    formula',
    ],
  ],
  ['a persona with another number', ['tekniker: 2.5', 'tekniker: 2.4']],
  ['a persona without a number', ['numbers: { tekniker: 2.5 }', 'numbers: {}']],
  ['a number no persona states', ['    numbers: { tekniker: 2.5 }\n', '']],
  ['a number of a persona that is not there', ['tekniker: 2.5', 'teknik: 2.5']],
  ['another file name', ['id: prov', 'id: provet']],
];

export const SHAPE_FAULTS: readonly FaultCase[] = [
  ['a field with a spelling mistake', ['    why: Vana skiljer.', '    whyy: Vana skiljer.']],
  ['a field of an option with a spelling mistake', ['label: Gymnasiet', 'labl: Gymnasiet']],
  ['a field of the wizard with a spelling mistake', ['audience:', 'audiance:']],
  ['a missing field', ['    why: Vana skiljer.\n', '']],
  ['text where a number is meant', ['minutes: 5', 'minutes: fem']],
  ['an unknown level', ['days: 14, level: rad', 'days: 14, level: tips']],
  ['a number where an id is meant', ['id: f-3', 'id: 3']],
  ['an id with capitals', ['id: f-3', 'id: F-3']],
  ['a code that is too long', ['code: a1', 'code: ansvar']],
  ['a date that does not exist', ['2027-05-01', '2027-02-30']],
  ['a question without options', ['    scale: uppfyllt\n', '']],
  [
    'a question with both options and a number',
    ['    why: Vana skiljer.', '    why: Vana.\n    number: { min: 1, max: 2, unit: st }'],
  ],
  ['a condition that says nothing', ['when: { grupp: gy }', 'when: {}']],
  ['a test of the wrong form', ['when: { grupp: gy }', 'when: { grupp: { anyy: [gy] } }']],
  ['an empty text', ['ask: Vilken grupp gäller det?', 'ask: ""']],
  ['an empty list of options', ['any: [egna, skolans]', 'any: []']],
  ['an unknown hit policy', ['hit: first', 'hit: frist']],
  ['a key every object has', ['minutes: 5', 'minutes: 5\n__proto__: { a: 1 }']],
  ['no questions key', ['questions:\n', 'fragor:\n']],
];

export const TEXT_FAULTS: readonly (readonly [name: string, text: string])[] = [
  ['a key twice', SOUND.replace('minutes: 5', 'minutes: 5\nminutes: 6')],
  ['a tab as indentation', SOUND.replace('    code: g', '\tcode: g')],
  [
    'an alias',
    SOUND.replace('audience: [it]', 'audience: &a [it]\nstate: *a').replace('state: [laget]\n', ''),
  ],
  [
    'a bomb of aliases',
    `a: &a [x, x]\n${[...'bcdefghij'].map((key, at) => `${key}: &${key} [${`*${'abcdefghij'[at]}, `.repeat(9)}]`).join('\n')}`,
  ],
  ['an open bracket', SOUND.replace('audience: [it]', 'audience: [it')],
  ['two documents', `${SOUND}---\nid: b\n`],
  ['nothing', ''],
  ['a list', '- a\n'],
  ['only text', 'hej'],
  ['a file that is too long', 'x'.repeat(1_000_001)],
  ['nesting that is too deep', `id: ${'['.repeat(50_000)}`],
  ['binary', '\0\u0001\ufffe'],
  ['an unknown tag', SOUND.replace('id: prov', 'id: !!js/function prov')],
];

/** Put the fault in; each text to change must stand there, or the case would test nothing. */
export function damaged([, ...changes]: FaultCase): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The sound definition has no ${from}`);
    return text.replace(from, to);
  }, SOUND);
}

/** The sound definition, published as version 1. */
export function versionContext() {
  const { wizard } = readDefinition(SOUND, 'prov.yaml', CONTEXT);
  const archives = new Map(wizard ? [[wizard.id, addToArchive(undefined, wizard)]] : []);
  return { ...CONTEXT, archives };
}

const TO_TWO = ['version: 1', 'version: 2'] as const;
const END = 'ansvar: ja }\n    outcome: vanta\n';
const migration = (text: string) =>
  [END, `${END}migrations:\n  - { ${text}, reason: Vi frågar på ett annat sätt. }\n`] as const;

export const VERSION_FAULTS: readonly FaultCase[] = [
  [
    'a question renamed without a migration',
    TO_TWO,
    ['id: ansvar', 'id: agare'],
    ['ansvar: ja }\n    outcome: enkel', 'agare: ja }\n    outcome: enkel'],
    ['ansvar: nej', 'agare: nej'],
    ['ansvar: ja }\n    outcome: vanta', 'agare: ja }\n    outcome: vanta'],
  ],
  [
    'a code of a question that changed hands',
    TO_TWO,
    ['code: g\n', 'code: n\n'],
    ['code: n\n    ask: Hur', 'code: g\n    ask: Hur'],
  ],
  [
    'a code of an option that changed hands',
    TO_TWO,
    ['id: f-3, code: a', 'id: f-3, code: b'],
    ['id: gy, code: b', 'id: gy, code: a'],
  ],
  [
    'an option that is gone',
    TO_TWO,
    ['      - { id: skolans, code: b, label: Skolans }\n', ''],
    ['any: [egna, skolans]', 'any: [egna]'],
  ],
  ['another result in the same version', ['from: 1500', 'from: 1600']],
  ['a range that old answers do not fit', TO_TWO, ['max: 5000', 'max: 4000']],
  ['a migration to a version to come', migration('to: 2, question: grupp, drop: true')],
  [
    'a migration of a question that never was',
    TO_TWO,
    migration('to: 2, question: gruppen, drop: true'),
  ],
  [
    'a migration to a question that is not there',
    TO_TWO,
    migration('to: 2, question: grupp, rename: grupper'),
  ],
];

/** Two questions of sixteen options each, of which every subset is told apart. */
export const LARGE = (() => {
  const ids = Array.from({ length: 16 }, (_, at) => `o${at}`);
  const ask = (id: string) =>
    `  - id: ${id}\n    code: ${id}\n    ask: Vilka?\n    why: Det skiljer.\n    multiple: true\n    options:\n${ids.map((option) => `      - { id: ${option}, code: ${option}, label: ${option} }\n`).join('')}`;
  const rules = ids.flatMap((option) =>
    ['aa', 'bb'].map(
      (id) =>
        `    - { id: r-${id}-${option}, when: { ${id}: { any: [${option}] } }, outcome: vanta, because: Så., sources: [kalla] }\n`,
    ),
  );
  const head = SOUND.slice(0, SOUND.indexOf('questions:'));
  const end = SOUND.slice(SOUND.indexOf('  - id: vanta\n    title'), SOUND.indexOf('advice:'));
  return `${head}questions:\n${ask('aa')}${ask('bb')}decision:\n  hit: collect\n  rules:\n${rules.join('')}outcomes:\n${end}`;
})();
