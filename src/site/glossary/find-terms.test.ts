import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentData } from '../content-data.ts';
import { baseForm, createTermFinder } from './find-terms.ts';

const glossary = [
  { id: 'nationella-prov', term: 'nationella prov', forms: ['nationella proven'] },
  { id: 'slutprov', term: 'digitala nationella slutprov', forms: ['slutprov', 'slutproven'] },
  { id: 'huvudman', term: 'huvudman', forms: ['huvudmannen', 'huvudmän', 'huvudmännen'] },
  { id: 'saml', term: 'SAML', forms: ['SAML 2.0'] },
  { id: 'dis', term: 'dynamiskt inköpssystem (DIS)', forms: ['DIS'] },
  { id: 'lou', term: 'LOU', forms: ['LOU:s'] },
  { id: 'incident', term: 'incident', forms: ['incidenten'] },
  { id: 'personuppgiftsincident', term: 'personuppgiftsincident', forms: [] },
  { id: 'freja', term: 'Freja', forms: ['Freja+'] },
].map((word) => Object.freeze(word));
const find = createTermFinder(glossary);
/** What is found, as `id: the words of the text`. */
const found = (text: string) =>
  find(text).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);

describe('createTermFinder', () => {
  test('finds the word, its listed forms and their genitives', () => {
    expect(found('Huvudmannen frågar huvudmännens ombud om SAML.')).toEqual([
      'huvudman: Huvudmannen',
      'huvudman: huvudmännens',
      'saml: SAML',
    ]);
    expect(found('Enligt LOU:s regler och LOU.')).toEqual(['lou: LOU:s', 'lou: LOU']);
  });

  test('takes the longest of the forms that begin at one place', () => {
    expect(found('digitala nationella slutprov, inte nationella prov')).toEqual([
      'slutprov: digitala nationella slutprov',
      'nationella-prov: nationella prov',
    ]);
    expect(found('SAML 2.0 och Freja+ räcker')).toEqual(['saml: SAML 2.0', 'freja: Freja+']);
  });

  test('leaves alone what is only a part of a word, an address or a number', () => {
    expect(found('incidentrapport, it-incident, personuppgiftsincidentens')).toEqual([]);
    expect(found('se example.org/saml, slutprov@skola.example och SAML2')).toEqual([]);
    expect(found('personuppgiftsincident')).toEqual([
      'personuppgiftsincident: personuppgiftsincident',
    ]);
  });

  test('takes a compound of a name or an abbreviation as a whole', () => {
    expect(found('en SAML-inloggning, en incident-logg')).toEqual(['saml: SAML-inloggning']);
  });

  test('reads an abbreviation as it is written, and other words at the head of a sentence too', () => {
    expect(found('Dis och dis är dimma. DIS är ett inköpssystem.')).toEqual(['dis: DIS']);
    expect(found('Dynamiskt inköpssystem. Incidenten.')).toEqual([
      'dis: Dynamiskt inköpssystem',
      'incident: Incidenten',
    ]);
    expect(found('INCIDENT')).toEqual([]);
  });

  test('finds a form of several words across a line break', () => {
    expect(found('dagens nationella\nprov')).toEqual(['nationella-prov: nationella\nprov']);
  });
});

describe('the glossary', () => {
  const terms = [...contentData().terms.values()];
  const findAll = createTermFinder(terms);
  const idsIn = (text: string) => findAll(text).map(({ id }) => id);

  test.each(terms)(
    '$id is found by its own name and by each of its forms',
    ({ id, term, forms }) => {
      for (const form of [baseForm(term), ...forms]) {
        expect(idsIn(`Här står ${form} i en mening.`), form).toContain(id);
      }
    },
  );

  test('has no form that belongs to two words', () => {
    const owners = new Map<string, string[]>();
    for (const { id, term, forms } of terms) {
      for (const form of new Set([baseForm(term), ...forms])) {
        owners.set(form, [...(owners.get(form) ?? []), id]);
      }
    }
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  test('lists every inflected form of its nouns that the texts use', () => {
    const endings =
      /^(n|en|et|t|na|ns|ens|ets|ts|nas|or|ar|er|r|orna|arna|erna|rna|ornas|arnas|ernas|rnas|s)$/;
    const words = wordsOfTexts();
    const missing = terms.flatMap(({ id, term }) => {
      const base = baseForm(term);
      if (!/^\p{Ll}{5,}$/u.test(base)) return [];
      const stems = base.endsWith('a') || base.endsWith('e') ? [base, base.slice(0, -1)] : [base];
      return words
        .filter((word) =>
          stems.some((stem) => word.startsWith(stem) && endings.test(word.slice(stem.length))),
        )
        .filter((word) => word !== base && idsIn(word).length === 0)
        .map((word) => `${id}: ${word}`);
    });
    expect(missing).toEqual([]);
  });
});

/** Every word in lower case of the guidance and the guides. */
function wordsOfTexts(): string[] {
  const words = new Set<string>();
  for (const folder of ['src/content/docs', 'src/wizards/definitions']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(md|yaml)$/.test(name)) continue;
      const text = readFileSync(join(folder, name), 'utf8').toLocaleLowerCase('sv');
      for (const [word] of text.matchAll(/(?<![\p{L}-])\p{L}+(?![\p{L}-])/gu)) words.add(word);
    }
  }
  return [...words].sort();
}
