import { describe, expect, test } from 'vitest';
import { CompoundParts } from '../finish/compound-parts.ts';
import { fold, stemOf, typedWords, wordsOf } from './fold.ts';
import { titleMatch } from './order.ts';
import type { PagefindResult } from './pagefind.ts';
import { readQuery } from './query.ts';
import { rank } from './rank.ts';
import { packSynonyms, unpackSynonyms } from './synonyms.ts';
import { compoundHalves, createWordList } from './typos.ts';
import { oneFormEach, packWords, unpackWords } from './word-list.ts';

const synonyms = unpackSynonyms(
  packSynonyms([
    { typed: ['np', 'national tests'], means: ['nationella prov'] },
    { typed: ['1:1', 'en till en'], means: ['enheter'] },
    { typed: ['skol federation'], means: ['Skolfederation'] },
  ]),
);
const list = createWordList([
  'avtal',
  'federation',
  'identitet',
  'legitimation',
  'livscykel',
  'prov',
  'skolfederation',
  'slutprov',
  'upphandling',
  'vårdnadshavare',
]);

describe('words', () => {
  test('are folded and hold together over hyphen and colon', () => {
    expect(wordsOf('E-legitimation för ÅRSKURS 9, 1:1!')).toEqual([
      'e-legitimation',
      'for',
      'arskurs',
      '9',
      '1:1',
    ]);
    expect(typedWords('Håll-ut')).toEqual(['håll-ut']);
    expect(fold('ÄÖÅé')).toBe('aoae');
  });

  test.each([
    ['avtalen', 'avtal'],
    ['federationernas', 'federation'],
    ['prov', 'prov'],
    ['elever', 'elev'],
  ])('%s has the stem %s', (word, stem) => expect(stemOf(word)).toBe(stem));

  test.each(['', '   ', '🙂🙂', '<script>', '%%%'])('of %j cause no fault', (text) =>
    expect(Array.isArray(wordsOf(text))).toBe(true),
  );

  test('survive packing', () => {
    const words = ['avtal', 'avtalspart', 'bok', 'boken', 'ö'];
    expect(unpackWords(packWords(words))).toEqual(words);
  });

  test('keep the most common form of each', () => {
    const counts = new Map([
      ['avtal', 3],
      ['avtalet', 9],
      ['bok', 1],
    ]);
    expect(oneFormEach(counts)).toEqual(['avtalet', 'bok']);
  });
});

describe('compounds', () => {
  const parts = new CompoundParts(
    new Map(
      [
        'person',
        'uppgift',
        'uppgifter',
        'biträde',
        'avtal',
        'identitet',
        'federation',
        'skola',
        'plikt',
        'huvudmannen',
        'huvud',
      ].map((word) => [word, 3]),
    ),
  );

  test('are found by what follows each seam', () => {
    expect(parts.of('identitetsfederation')).toEqual(['federation']);
    expect(parts.of('skolplikt')).toEqual(['plikt']);
    expect(parts.of('personuppgiftsbiträdesavtal')).toEqual([
      'uppgiftsbiträdesavtal',
      'biträdesavtal',
      'avtal',
    ]);
  });

  test('may end in a word that stands nowhere alone', () =>
    expect(parts.of('uppgiftsminimering')).toEqual(['minimering']));

  test.each(['federationen', 'avtalande', 'skola', 'federation'])('%s is none', (word) =>
    expect(parts.of(word)).toEqual([]),
  );

  test('say nothing of what the text says itself', () =>
    expect(parts.ofText(['identitetsfederation', 'federation'])).toEqual([]));
});

describe('wrong letters', () => {
  test.each([
    ['upphanling', 'upphandling'],
    ['legitmation', 'legitimation'],
    ['vardnashavare', 'vårdnadshavare'],
    ['slutprv', 'slutprov'],
    ['fedreation', 'federation'],
  ])('%s becomes %s', (typed, word) => {
    expect(list.knows(typed)).toBe(false);
    expect(list.nearest(typed)).toContain(word);
  });

  test.each(['federationen', 'fede', 'np', 'k12'])('%s is known', (word) =>
    expect(list.knows(word)).toBe(true),
  );

  test.each(['kanelbulle', 'zxcvbnm', 'x'.repeat(200)])('nothing is near %.12s', (word) =>
    expect(list.nearest(word)).toEqual([]),
  );

  test('the end of a compound and an unknown compound lead on', () => {
    expect(list.endingWith('cykel')).toEqual(['livscykel']);
    expect(compoundHalves('avtalsupphandling', list)).toEqual(['avtal', 'upphandling']);
  });
});

describe('a query', () => {
  const texts = (query: string) =>
    readQuery(query, synonyms, list).parts.map(({ alternatives }) =>
      alternatives.map(({ text }) => text),
    );

  test('is read with its synonyms, also phrases and abbreviations', () => {
    expect(texts('np')).toEqual([['np', 'nationella prov']]);
    expect(texts('National Tests')).toEqual([['nationella prov']]);
    expect(texts('1:1')).toEqual([['1:1', 'enheter']]);
    expect(texts('en till en')[0]).toContain('enheter');
  });

  test('leaves small words out, unless there are no others', () => {
    expect(texts('vad är en federation?')).toEqual([['federation', 'skolfederation']]);
    const small = readQuery('och hur', synonyms, list);
    expect(small.isOnlySmallWords).toBe(true);
    expect(small.parts).toHaveLength(2);
  });

  test('is corrected and says so', () => {
    const [part] = readQuery('upphanling', synonyms, list).parts;
    expect(part?.corrected).toBe('upphandling');
  });

  test('does not ask for a word that is nowhere', () =>
    expect(texts('kanelbulle federation')[0]).toEqual([]));

  test('has at most eight parts', () => {
    const parts = readQuery('a1 b2 c3 d4 e5 f6 g7 h8 i9 j10'.repeat(50), synonyms, list).parts;
    expect(parts.length).toBeLessThanOrEqual(8);
  });

  test.each(['', '<b>', '🙂', '"', '%'])('of %j asks for nothing', (text) =>
    expect(readQuery(text, synonyms, list).parts.length).toBeLessThanOrEqual(1),
  );
});

describe('the order', () => {
  const result = (id: string, score: number): PagefindResult => ({
    id,
    score,
    words: [],
    data: () => Promise.reject(new Error('not asked for')),
  });
  const part = (typed: string) => ({ typed, alternatives: [] });

  test('puts what answers all of the query before more of one word', () => {
    const [both, one] = [part('a'), part('b')];
    const ranked = rank(
      [both, one],
      [
        { part: both, text: 'a', weight: 1, results: [result('much', 40), result('both', 8)] },
        { part: one, text: 'b', weight: 1, results: [result('both', 6)] },
      ],
      100,
    );
    expect(ranked.map(({ id }) => id)).toEqual(['both', 'much']);
    expect(ranked[0]?.coverage).toBe(1);
  });

  test('is nothing for nothing', () => expect(rank([], [], 100)).toEqual([]));

  test.each([
    ['e-legitimation', ['elegitimation'], 1],
    ['inloggningstjänst (IdP)', ['idp'], 1],
    ['Vilka federationer finns?', ['federation'], 1],
    ['SSO', ['scim'], 0],
    ['', ['x'], 0],
  ])('%j is named by %j: %d', (title, looksFor, wanted) =>
    expect(titleMatch(title, looksFor)).toBe(wanted),
  );
});
