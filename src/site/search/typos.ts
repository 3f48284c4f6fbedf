import { distance } from 'fastest-levenshtein';
import { fold, stemOf } from './fold.ts';

/** The words of the site: which there are, and which are near to one that is not. */
export interface WordList {
  /** Whether a folded word stands on the site: as it is, inflected, or as the beginning of another. */
  knows(word: string): boolean;
  /** Compounds of the site that end with the folded word, when they are few enough to mean it. */
  endingWith(word: string): readonly string[];
  /** The words of the site that differ least, the best first; none when all are too different. */
  nearest(word: string): readonly string[];
}

const mostNear = 2;
const mostCompounds = 3;

interface Entry {
  readonly word: string;
  readonly folded: string;
  readonly stem: string;
}

/** @param words As `unpackWords` gives them. */
export function createWordList(words: readonly string[]): WordList {
  const entries = words
    .map((word): Entry => {
      const folded = fold(word);
      return { word, folded, stem: stemOf(folded) };
    })
    .sort((a, b) => (a.folded < b.folded ? -1 : 1));
  const stems = new Set(entries.map(({ stem }) => stem));
  return {
    knows(word) {
      if (word.length < 4 || /\d/.test(word)) return true;
      return word.split('-').every((part) => part.length < 4 || beginsAny(entries, stems, part));
    },
    endingWith(word) {
      const stem = stemOf(word);
      if (stem.length < 5) return [];
      const found = entries.filter((entry) => entry.stem !== stem && entry.stem.endsWith(stem));
      return found.length <= mostCompounds ? found.map(({ word }) => word) : [];
    },
    nearest(word) {
      const allowed = word.length >= 8 ? 2 : 1;
      const near = entries
        .filter(({ folded }) => Math.abs(folded.length - word.length) <= allowed + longestEnding)
        .map((entry) => ({ entry, far: farFrom(word, entry) }))
        .filter(({ far }) => far <= allowed + endingCost)
        .sort(
          (a, b) =>
            a.far - b.far || sharedStart(word, b.entry.folded) - sharedStart(word, a.entry.folded),
        );
      const best = near[0]?.far;
      return near
        .filter(({ far }) => far === best)
        .slice(0, mostNear)
        .map(({ entry }) => entry.word);
    },
  };
}

const longestEnding = 4;
const endingCost = 0.1;

/** The list has one form of each word, so the stems are compared too. */
function farFrom(typed: string, { folded, stem }: Entry): number {
  const whole = distance(typed, folded);
  const typedStem = stemOf(typed);
  if (typedStem.length < 5) return whole;
  return Math.min(whole, distance(typedStem, stem) + endingCost);
}

function sharedStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same;
}

/** Somebody is still typing, or the engine finds it as a beginning. */
function beginsAny(entries: readonly Entry[], stems: ReadonlySet<string>, start: string): boolean {
  if (stems.has(stemOf(start))) return true;
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.folded ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return entries[low]?.folded.startsWith(start) ?? false;
}

/** The two words that an unknown compound may be made of, by the words of the site. */
export function compoundHalves(word: string, list: WordList): readonly string[] {
  for (let seam = word.length - 4; seam >= 4; seam -= 1) {
    const head = word.slice(0, seam);
    const tail = word.slice(seam);
    const heads = head.endsWith('s') ? [head.slice(0, -1), head] : [head];
    const known = heads.find((each) => list.knows(each));
    if (known && list.knows(tail)) return [known, tail];
  }
  return [];
}
