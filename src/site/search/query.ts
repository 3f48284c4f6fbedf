import { fold, stemOf, typedWords } from './fold.ts';
import { stopWords } from './stop-words.ts';
import type { Synonyms } from './synonyms.ts';
import { compoundHalves, type WordList } from './typos.ts';

/** One way to look for a part of a query. */
export interface Alternative {
  readonly text: string;
  /** 1 is what was typed. */
  readonly weight: number;
}

/** A part of a query: a word, or a phrase that the synonyms know. */
export interface QueryPart {
  readonly typed: string;
  readonly alternatives: readonly Alternative[];
  /** Set when the word is no word of the site and others are looked for instead. */
  readonly corrected?: string;
}

/** What a query asks for, small words left out. */
export interface Query {
  readonly parts: readonly QueryPart[];
  /** Only words such as `och` and `hur` were typed: they are what is looked for. */
  readonly isOnlySmallWords: boolean;
}

const longestPhrase = 4;
const mostParts = 8;

/**
 * Reads a query: phrases that are synonyms, words, wrong letters. Anything may be typed.
 *
 * @param words The words of the site, when they have come. Without them nothing is corrected.
 */
export function readQuery(text: string, synonyms: Synonyms, words?: WordList): Query {
  const { parts, ...rest } = readParts(text, synonyms, words);
  return { ...rest, parts: parts.map(withoutRepeats) };
}

/** `elever` and its synonym `elev` are one word to the engine. */
function withoutRepeats(part: QueryPart): QueryPart {
  const seen = new Set<string>();
  const alternatives = part.alternatives.filter(({ text }) => {
    const stems = typedWords(text)
      .map((word) => stemOf(fold(word)))
      .join(' ');
    return !seen.has(stems) && seen.add(stems);
  });
  return { ...part, alternatives };
}

function readParts(text: string, synonyms: Synonyms, words?: WordList): Query {
  const typed = typedWords(text);
  const parts: QueryPart[] = [];
  for (let at = 0; at < typed.length && parts.length < mostParts; ) {
    const phrase = knownPhrase(typed, at, synonyms);
    if (phrase) {
      parts.push(phrasePart(phrase, synonyms, words));
      at += phrase.length;
      continue;
    }
    const word = typed[at] ?? '';
    at += 1;
    if (!stopWords.has(fold(word))) parts.push(wordPart(word, synonyms, words));
  }
  if (parts.length > 0) return { parts, isOnlySmallWords: false };
  const small = typed.slice(0, mostParts).map((word) => wordPart(word, synonyms, undefined));
  return { parts: small, isOnlySmallWords: small.length > 0 };
}

function knownPhrase(
  typed: readonly string[],
  at: number,
  synonyms: Synonyms,
): string[] | undefined {
  for (let length = longestPhrase; length > 1; length -= 1) {
    const phrase = typed.slice(at, at + length);
    if (phrase.length === length && synonyms.has(fold(phrase.join(' ')))) return phrase;
  }
  return undefined;
}

const synonymWeight = 0.9;
const correctionWeight = 0.8;
const compoundWeight = 0.8;

function phrasePart(phrase: readonly string[], synonyms: Synonyms, words?: WordList): QueryPart {
  const typed = phrase.join(' ');
  const means = synonyms.get(fold(typed)) ?? [];
  // `skol federation`: the phrase itself may be nowhere, and then it only costs a search.
  const isThere = !words || phrase.every((word) => words.knows(fold(word)));
  return {
    typed,
    alternatives: [
      ...(isThere ? [{ text: typed, weight: 1 }] : []),
      ...means.map((text) => ({ text, weight: synonymWeight })),
    ],
  };
}

function wordPart(word: string, synonyms: Synonyms, words?: WordList): QueryPart {
  const means = synonymsOf(word, synonyms);
  const alternatives = [
    { text: word, weight: 1 },
    ...means.map((text) => ({ text, weight: synonymWeight })),
  ];
  if (!words) return { typed: word, alternatives };
  const key = fold(word);
  if (means.length > 0 || words.knows(key)) {
    const longer = words.endingWith(key).map((text) => ({ text, weight: compoundWeight }));
    return { typed: word, alternatives: [...alternatives, ...longer] };
  }
  return unknownWord(word, key, synonyms, words);
}

/** A word that is nowhere on the site: the end of a compound, a wrong letter or a compound of two words. */
function unknownWord(word: string, key: string, synonyms: Synonyms, words: WordList): QueryPart {
  const longer = words.endingWith(key);
  if (longer.length > 0) {
    return { typed: word, alternatives: longer.map((text) => ({ text, weight: 1 })) };
  }
  const near = words.nearest(key);
  const [corrected] = near;
  if (corrected !== undefined) {
    const alternatives = near.flatMap((text) => [
      { text, weight: correctionWeight },
      ...synonymsOf(text, synonyms).map((other) => ({
        text: other,
        weight: correctionWeight * synonymWeight,
      })),
    ]);
    return { typed: word, alternatives, corrected };
  }
  const halves = compoundHalves(key, words);
  // Not asked for at all: the engine would look for the beginning of it, `kan` for `kanelbulle`.
  if (halves.length === 0) return { typed: word, alternatives: [] };
  return { typed: word, alternatives: [{ text: halves.join(' '), weight: correctionWeight }] };
}

/** The synonyms of a word, also when it is inflected. */
function synonymsOf(word: string, synonyms: Synonyms): readonly string[] {
  const key = fold(word);
  return synonyms.get(key) ?? synonyms.get(stemOf(key)) ?? [];
}
