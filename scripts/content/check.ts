import { contentData } from '../../src/site/content-data.ts';
import { ownWordsFile, readOwnWords } from '../../src/site/language/own-words.ts';
import {
  easeFaults,
  longSentences,
  mostWords,
  pageEases,
} from '../../src/site/language/page-ease.ts';
import { allPassages, type Passage } from '../../src/site/language/passages.ts';
import { type Misspelling, misspellings, openSpeller } from '../../src/site/language/spelling.ts';
import { findWordings, readWordings } from '../../src/site/language/wordings.ts';

/** One fault as an author reads it. */
export interface LanguageFault {
  readonly place: string;
  readonly fault: string;
  readonly hint: string;
}

/** Print every fault in the language. @returns 0 when there is none, else 1. */
export async function checkLanguage(root: string, isJson: boolean): Promise<0 | 1> {
  const passages = allPassages(root);
  const groups = readOwnWords(root);
  const speller = await openSpeller(groups);
  const wrong = misspellings(passages, speller);
  const values = new Map([...contentData().facts].map(([id, { value }]) => [id, value]));
  const faults: LanguageFault[] = [
    ...wrong.map((found) => spellingFault(found, speller.suggest(found.word))),
    ...wordingFaults(passages, root),
    ...longSentences(passages, values).map(({ passage, words, text }) => ({
      place: placeOf(passage),
      fault: `a sentence of ${words} words, at most ${mostWords}: "${text.slice(0, 60)} …"`,
      hint: 'divide it.',
    })),
    ...easeFaults(pageEases(passages, values)).map((fault) => ({
      place: 'src/content/docs',
      fault,
      hint: 'split long sentences, change long words for plain ones.',
    })),
  ];
  speller.close();
  if (isJson) console.log(JSON.stringify(faults, null, 2));
  else print(faults, wrong, passages.length);
  return faults.length ? 1 : 0;
}

function placeOf({ file, line }: Passage): string {
  return `${file}:${line}`;
}

function spellingFault({ word, passages }: Misspelling, near: readonly string[]): LanguageFault {
  const [first] = passages;
  const more = passages.length > 1 ? ` (and ${passages.length - 1} more)` : '';
  return {
    place: first ? placeOf(first) : '',
    fault: `"${word}" is not in the dictionary${more}.`,
    hint: near.length
      ? `perhaps ${near.map((each) => `"${each}"`).join(', ')}?`
      : 'no likeness found.',
  };
}

function wordingFaults(passages: readonly Passage[], root: string): readonly LanguageFault[] {
  return findWordings(passages, readWordings(root)).map(({ passage, found, wording }) => ({
    place: placeOf(passage),
    fault: `"${found.trim()}": ${wording.because}`,
    hint: `write ${wording.instead}`,
  }));
}

function print(
  faults: readonly LanguageFault[],
  wrong: readonly Misspelling[],
  count: number,
): void {
  for (const { place, fault, hint } of faults) console.log(`${place} ${fault}\nHint: ${hint}\n`);
  if (wrong.length > 0) {
    console.log(`Right after all? Then put the word in ${ownWordsFile}:`);
    for (const { word } of wrong) console.log(`    - ${word}`);
  }
  console.log(`${count} passages, ${faults.length} faults.`);
}
