import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentData } from '../content-data.ts';
import { parseOwnWords, readOwnWords } from './own-words.ts';
import { areaEases, easeFaults, pageEases } from './page-ease.ts';
import { allPassages, passagesOf } from './passages.ts';
import { median, readingEase, sentencesOf } from './reading-ease.ts';
import { misspellings, openSpeller, type Speller, spelledWords } from './spelling.ts';
import { matches, readWordings } from './wordings.ts';

const root = process.cwd();

const page = `---
title: En sida
sources: [digg, gdpr]
---

Läs **mer** om [inlogg](/x/) [källa: digg] och [[fakta]].

## Rubrik

- punkt med \`kod\`

| A | B |
| --- | --- |
| cell | till |

:::note[Att veta]
I rutan.
:::
`;

describe('passages', () => {
  test('a page gives its paragraphs, headings, cells and boxes with their lines', () => {
    expect(
      passagesOf('src/content/docs/a.md', page).map(({ line, kind, text }) => [line, kind, text]),
    ).toEqual([
      [2, 'data', 'En sida'],
      [6, 'prose', 'Läs mer om inlogg [källa: digg] och [[fakta]].'],
      [8, 'heading', 'Rubrik'],
      [10, 'prose', 'punkt med \uFFFC'],
      [12, 'cell', 'A'],
      [12, 'cell', 'B'],
      [14, 'cell', 'cell'],
      [14, 'cell', 'till'],
      [16, 'heading', 'Att veta'],
      [17, 'prose', 'I rutan.'],
    ]);
  });

  test('a data file gives its texts but no ids, addresses or titles in other languages', () => {
    const source = [
      '- id: a-b',
      '  title: Ett namn',
      '  url: https://a.se/',
      '  unit: elever',
      '- id: c',
      '  title: A name',
      '  lang: en',
    ].join('\n');
    expect(passagesOf('src/content/x.yaml', source).map(({ line, text }) => [line, text])).toEqual([
      [2, 'Ett namn'],
      [4, 'elever'],
    ]);
  });

  test('every kind of file with text for readers is read', () => {
    const files = new Set(allPassages(root).map(({ file }) => file));
    expect([...files]).toEqual(
      expect.arrayContaining([
        'src/content/docs/federation/felsokning.md',
        'src/content/facts/laget.yaml',
        'src/content/glossary/ordlista.yaml',
        'src/content/i18n/sv.json',
        'src/content/offline/las-mig.txt',
        'src/content/sources/prov.yaml',
        'src/wizards/definitions/kontosynk.yaml',
      ]),
    );
    expect([...files].some((file) => file.includes('/search/'))).toBe(false);
  });
});

describe('spelling', () => {
  let speller: Speller;
  beforeAll(async () => {
    speller = await openSpeller(readOwnWords(root));
  });
  afterAll(() => speller.close());

  test.each(
    'inloggningstjänst e-legitimationen personuppgiftsbiträdesavtal it-avdelningens lär- läromedelsplattformar IdP:n SITHS-kortet Skolfederations kontosynken'.split(
      ' ',
    ),
  )('%s is right', (word) => {
    expect(speller.isRight(word)).toBe(true);
  });

  test.each(
    'inlogning behörigthet federatoin läromdel vårdnadshavre säkerhtet rektron pesonuppgifter kontosyk abbonemang'.split(
      ' ',
    ),
  )('%s is wrong', (word) => {
    expect(speller.isRight(word)).toBe(false);
  });

  test('a fault is told with the places it stands in and what it may have been', () => {
    const passages = passagesOf('src/content/docs/a.md', 'En inlogning.\n\nTvå, inlogning igen.');
    expect(misspellings(passages, speller)).toEqual([{ word: 'inlogning', passages }]);
    expect(speller.suggest('inlogning')).toContain('inloggning');
  });

  test('addresses, files and references are no words', () => {
    expect(
      spelledWords('Se adda.se, index.html, a@b.se [källa: xyz] [[qq]] {n}: lär- och bok'),
    ).toEqual(['Se', 'lär-', 'och', 'bok']);
  });

  test('an own word bent like a word that does not exist is a fault', async () => {
    const reason = 'Ord som ordboken saknar.';
    const groups = [{ group: 'terms', reason, words: [{ word: 'synk', like: 'qwxz' }] }];
    await expect(openSpeller(groups)).rejects.toThrow('"qwxz" is not in the dictionary');
  });
});

describe('own words', () => {
  const groups = readOwnWords(root);

  test.each(groups)('$group are sorted and none stands twice', ({ words }) => {
    const list = words.map(({ word }) => word);
    expect(list).toEqual(list.toSorted((a, b) => a.localeCompare(b, 'sv')));
    expect(new Set(list).size).toBe(list.length);
  });

  test('a group says why its words are allowed', () => {
    expect(() => parseOwnWords('- { group: a, reason: kort, words: [] }')).toThrow();
  });
});

describe('wordings to avoid', () => {
  test.each(readWordings(root))('$id finds what it is for and lets the rest be', (wording) => {
    for (const text of wording.caught) expect(matches(text, wording), text).not.toEqual([]);
    for (const text of wording.fine) expect(matches(text, wording), text).toEqual([]);
  });
});

describe('reading ease', () => {
  const none = new Map<string, string>();

  test('LIX is words in a sentence plus the share of long words', () => {
    const text = 'Ni loggar in en gång. Federationen sköter resten.';
    const ease = readingEase(passagesOf('src/content/docs/a.md', text), none);
    // 8 words in 2 sentences, and one of 8 is longer than six letters.
    expect(ease).toMatchObject({ words: 8, sentences: 2, lix: 4 + 12.5 });
  });

  test('headings and tables are left out, dated facts are filled in', () => {
    const text = '# Rubrik\n\n| a | b |\n| - | - |\n| c | d |\n\nDen börjar [[start]].';
    const ease = readingEase(
      passagesOf('src/content/docs/a.md', text),
      new Map([['start', 'våren 2029']]),
    );
    expect(ease).toMatchObject({ words: 4, sentences: 1 });
  });

  test('a sentence ends before a capital, a figure or a quotation', () => {
    expect(sentencesOf('Läs 3 kap. i lagen. Fråga it. ”Ja.” 20 elever.')).toEqual([
      'Läs 3 kap. i lagen.',
      'Fråga it.',
      '”Ja.”',
      '20 elever.',
    ]);
  });

  test('the median is the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
  });

  test('guidance has a median of at most 45 and the pages for teachers of at most 38', () => {
    const values = new Map([...contentData().facts].map(([id, { value }]) => [id, value]));
    const pages = pageEases(allPassages(root), values);
    expect(easeFaults(pages)).toEqual([]);
    expect(areaEases(pages).length).toBeGreaterThanOrEqual(10);
  });
});
