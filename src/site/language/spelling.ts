/**
 * Swedish spelling by real Hunspell and its Swedish dictionary, so that compounds are judged by the
 * dictionary's own rules. The project's words are in `src/content/language/words.yaml`.
 *
 * @see decisions/0014-language-check.md
 */
import dictionary from 'dictionary-sv';
import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm';
import type { WordGroup } from './own-words.ts';
import { type Passage, withoutReferences } from './passages.ts';

export interface Speller {
  /** Whether a word as it stands in a text is spelt right. */
  isRight(word: string): boolean;
  /** At most three words it may have been meant to be, the likeliest first. */
  suggest(word: string): readonly string[];
  close(): void;
}

export interface Misspelling {
  readonly word: string;
  readonly passages: readonly Passage[];
}

/**
 * A speller that knows the Swedish dictionary and the project's own words.
 *
 * @throws Error when an own word is to be bent like one that the dictionary does not have.
 */
export async function openSpeller(groups: readonly WordGroup[]): Promise<Speller> {
  const utf8 = new TextDecoder();
  const hunspell = await createHunspellFromStrings(
    utf8.decode(dictionary.aff),
    utf8.decode(dictionary.dic),
  );
  for (const { word, like } of groups.flatMap(({ words }) => words))
    addOwnWord(hunspell, word, like);
  return {
    isRight: (word) => isRight(word, (part) => hunspell.testSpelling(part)),
    suggest: (word) => hunspell.getSpellingSuggestions(word).slice(0, 3),
    close: () => hunspell.dispose(),
  };
}

/** An own word takes an `s` in the genitive, or the endings and compounds of a word of the dictionary. */
function addOwnWord(hunspell: Hunspell, word: string, like: string | undefined): void {
  if (like === undefined) {
    hunspell.addWord(word);
    if (!/[sxz]$/i.test(word)) hunspell.addWord(`${word}s`);
    return;
  }
  if (!hunspell.testSpelling(like)) {
    throw new Error(`words.yaml: "${word} ~ ${like}": "${like}" is not in the dictionary.`);
  }
  hunspell.addWordWithAffix(word, like);
  if (!hunspell.testSpelling(word)) {
    throw new Error(
      `words.yaml: "${word} ~ ${like}": "${like}" is itself a compound. Name its last part.`,
    );
  }
}

/** Endings after a colon: `IdP:n`, `API:et`, `GDPR:s`. */
const ending = /^(?:n|en|et|ns|ens|ets|er|erna|ernas|s|t|na)$/;

function isRight(word: string, known: (word: string) => boolean): boolean {
  if (/\d/.test(word) || known(word)) return true;
  const [base = '', end] = word.split(':');
  if (end !== undefined) return ending.test(end) && isRight(base, known);
  const parts = word.split('-').filter((part) => part !== '');
  if (parts.length < 2 && !word.includes('-')) return false;
  return parts.every((part, index) => {
    const isHead = index < parts.length - 1 || word.endsWith('-');
    return part.length === 1 || known(part) || (isHead && known(part + aTail));
  });
}

/** Joined to the first part of a compound to see that it is one: `lärar-` as in `lärararbete`. */
const aTail = 'arbete';

/** Words of a text as a speller wants them: `lär-` keeps its hyphen, addresses and file names are left out. */
export function spelledWords(text: string): readonly string[] {
  const plain = withoutReferences(text)
    .replace(/\b(?:https?:\/\/|www\.)\S+/g, ' ')
    .replace(/\S+@\S+/g, ' ')
    .replace(/\S*\/\S*\.\S*/g, ' ')
    .replace(/(?<![\p{L}\p{N}])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}(?![\p{L}\p{N}])/gu, ' ');
  return plain.match(/[\p{L}\p{N}]+(?:[-:’'][\p{L}\p{N}]+)*(?:-(?=[\s,)]))?/gu) ?? [];
}

/** Every word that is spelt wrong, each once, with the passages it stands in. */
export function misspellings(
  passages: readonly Passage[],
  speller: Speller,
): readonly Misspelling[] {
  const verdicts = new Map<string, boolean>();
  const found = new Map<string, Passage[]>();
  for (const passage of passages) {
    for (const word of new Set(spelledWords(passage.text))) {
      if (!verdicts.has(word)) verdicts.set(word, speller.isRight(word));
      if (verdicts.get(word)) continue;
      found.set(word, [...(found.get(word) ?? []), passage]);
    }
  }
  return [...found]
    .map(([word, places]) => ({ word, passages: places }))
    .sort((a, b) => a.word.localeCompare(b.word, 'sv'));
}
