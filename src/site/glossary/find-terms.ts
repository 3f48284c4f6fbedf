/**
 * Finds the words of the glossary in running Swedish text.
 *
 * Which forms a word has is listed in the glossary, because Swedish nouns bend in too many ways to
 * guess (huvudman, huvudmän, huvudmännen). Two things follow a rule, and are not listed:
 *
 * - the genitive: every form may end in `s`, an abbreviation in `:s` (Skolfederations, LOU:s);
 * - compounds of a name or an abbreviation: it may be followed by a hyphen and a word
 *   (SAML-inloggning). A compound without a hyphen is a word of its own (tillitsnivågranskning).
 *
 * A form in lower case may begin with a capital letter. One with a capital in it stands as it is
 * written: `DIS` is not `dis`.
 */

export interface GlossaryWord {
  readonly id: string;
  readonly term: string;
  readonly forms: readonly string[];
}

export interface FoundTerm {
  readonly id: string;
  /** From the first character to after the last, ending included. */
  readonly start: number;
  readonly end: number;
}

interface Form {
  readonly id: string;
  readonly text: string;
  readonly ending: RegExp;
}

const word = /(?<![\p{L}\p{N}_@/-])[\p{L}\p{N}]+/gu;
const wordEnd = String.raw`(?![\p{L}\p{N}_@]|[-:/][\p{L}\p{N}])`;
const plainEnding = new RegExp(`s?${wordEnd}`, 'uy');
const endsInS = new RegExp(wordEnd, 'uy');
const nameEnding = new RegExp(String.raw`(?::?s|-\p{Ll}[\p{L}-]*)?${wordEnd}`, 'uy');

/**
 * Prepares a glossary.
 *
 * @returns A function that gives every occurrence in a text, in order. Of forms that begin at the
 *   same place the longest is taken: “digitala nationella slutprov” is not “nationella slutprov”.
 */
export function createTermFinder(
  glossary: Iterable<GlossaryWord>,
): (text: string) => readonly FoundTerm[] {
  const byFirstWord = new Map<string, Form[]>();
  for (const { id, term, forms } of glossary) {
    for (const text of new Set([baseForm(term), ...forms])) {
      const key = firstWord(text);
      byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), { id, text, ending: endingOf(text) }]);
    }
  }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.text.length - a.text.length);
  return (text) => findAll(text, byFirstWord);
}

/** The word itself, without what explains it: `tillitsnivå (LoA)`, `JIT, konto vid …`. */
export function baseForm(term: string): string {
  return term.replace(/\s*\(.*\)$|,.*$/, '');
}

function findAll(text: string, byFirstWord: ReadonlyMap<string, Form[]>): FoundTerm[] {
  const found: FoundTerm[] = [];
  let after = 0;
  for (const { 0: first, index: start } of text.matchAll(word)) {
    if (start < after) continue;
    for (const form of formsAt(first.toLocaleLowerCase('sv'), byFirstWord)) {
      const end = endOf(form, text, start);
      if (end < 0) continue;
      found.push({ id: form.id, start, end });
      after = end;
      break;
    }
  }
  return found;
}

/** The forms that may begin with a word, which may itself be a genitive. */
function formsAt(first: string, byFirstWord: ReadonlyMap<string, Form[]>): Form[] {
  const genitive = first.endsWith('s') ? byFirstWord.get(first.slice(0, -1)) : undefined;
  return [...(byFirstWord.get(first) ?? []), ...(genitive ?? [])];
}

/** Where the form ends that begins here, or -1. */
function endOf({ text: form, ending }: Form, text: string, start: number): number {
  const written = text.slice(start, start + form.length).replace(/\s/gu, ' ');
  const isSame = written === form || written === capitalised(form);
  if (!isSame) return -1;
  ending.lastIndex = start + form.length;
  return ending.test(text) ? ending.lastIndex : -1;
}

const capitalised = (form: string) => form.charAt(0).toLocaleUpperCase('sv') + form.slice(1);

function firstWord(form: string): string {
  return (form.match(/[\p{L}\p{N}]+/u)?.[0] ?? form).toLocaleLowerCase('sv');
}

function endingOf(form: string): RegExp {
  if (/\p{Lu}|\d$/u.test(form)) return nameEnding;
  return form.endsWith('s') ? endsInS : plainEnding;
}
