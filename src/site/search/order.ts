import { stemOf, wordsOf } from './fold.ts';
import { type FoundRecord, type Hit, hitFrom } from './hit.ts';
import { stopWords } from './stop-words.ts';

/** A page answers more than a line of advice does. */
const kindWeights: Readonly<Record<string, number>> = {
  sida: 1.15,
  guide: 1.1,
  ord: 1,
  uppgift: 1,
  mall: 1,
  resultat: 0.85,
  fraga: 0.75,
  rad: 0.7,
};
const headingWeight = 0.7;
const titleWeight = 1;

/** Records in the order to show them, by their titles, headings and kinds too. */
export function orderRecords(records: readonly FoundRecord[]): FoundRecord[] {
  return records
    .map((record) => ({ record, score: scoreOf(record) }))
    .sort((a, b) => b.score - a.score)
    .map(({ record }) => record);
}

function scoreOf({ ranked, record: { kind, title, headings } }: FoundRecord): number {
  const { looksFor, coverage, score } = ranked;
  const named = titleMatch(title, looksFor) * coverage;
  const headed = Math.max(0, ...headings.map(({ text }) => titleMatch(text, looksFor))) * coverage;
  return score * (kindWeights[kind] ?? 1) * (1 + titleWeight * named + headingWeight * headed);
}

/** How much of the title was looked for, and how much of what was looked for is in it: 1 is the very title. */
export function titleMatch(title: string, looksFor: readonly string[]): number {
  // What stands in brackets is another name of the same thing: `inloggningstjänst (IdP)`.
  const names = title.split(/[(),]/).filter((name) => /\S/.test(name));
  return Math.max(0, ...names.map((name) => nameMatch(importantStems(name), looksFor)));
}

function nameMatch(name: readonly string[], looksFor: readonly string[]): number {
  const asked = looksFor.map(importantStems).filter((stems) => stems.length > 0);
  if (name.length === 0 || asked.length === 0) return 0;
  const inName = sum(
    name.map((word) => Math.max(...asked.flat().map((stem) => sameness(word, stem)))),
  );
  const found = sum(
    asked.map((stems) =>
      Math.min(...stems.map((stem) => Math.max(...name.map((word) => sameness(word, stem))))),
    ),
  );
  return (inName / name.length) * (found / asked.length);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

/** The word itself, the beginning or a part of it, or something else. */
function sameness(word: string, stem: string): number {
  if (word === stem) return 1;
  return stem.length >= 4 && word.includes(stem) ? 0.6 : 0;
}

function importantStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !stopWords.has(word))
    .map((word) => stemOf(word.replaceAll('-', '')));
}

/** Parts of one guide become one hit, so that four questions of it do not push the rest away. */
export function groupHits(records: readonly FoundRecord[]): Hit[] {
  const groups = new Map<string, FoundRecord[]>();
  for (const record of records) {
    const { address } = record.record;
    const [page = ''] = address.split('#');
    const key = page.startsWith('beslutsguider/') ? page : address;
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [hitFrom(first, others)] : [],
  );
}
