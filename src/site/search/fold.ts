/** Small letters without accents: `Åtkomst` and `atkomst` are one word to the search. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  // Most words have no accents, and this is done to every word of the site.
  return isPlain.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '');
}

const isPlain = /^[ -~]*$/;

/** The words of a text, folded. A hyphen holds a word together, and so does the colon of `1:1`. */
export function wordsOf(text: string): string[] {
  return typedWords(text).map(fold);
}

/** The same words in small letters with their dots and rings: the engine ranks by them. */
export function typedWords(text: string): string[] {
  return (
    text.toLocaleLowerCase('sv').match(/[\p{L}\p{M}\p{N}]+(?:[-+:][\p{L}\p{M}\p{N}]+)*\+?/gu) ?? []
  );
}

/** Inflections, the longest first. Folded, as `fold` leaves them. */
const endings =
  /(?:ernas?|arnas?|ornas?|andes?|ens?|ets?|ers?|ars?|ors?|ades?|(?<=[ae])ns?|(?<=[ao])ts?|nas?|as|es|a|e|(?<!s)s)$/;

/**
 * A word without its inflection, roughly: enough to see that `avtalen` and `avtal` are one word. The
 * search engine has its own, better stemmer; this one is for the word list and for marking hits.
 */
export function stemOf(word: string): string {
  const stem = word.replace(endings, '');
  return stem.length >= 4 ? stem : word;
}
