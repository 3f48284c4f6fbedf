import { fold } from '../search/fold.ts';

/**
 * The later parts of Swedish compounds, from the words of the site itself.
 *
 * The search engine finds the beginning of a word (`identitet` finds `identitetsfederation`) but never
 * its end. So each page is also indexed under what follows each seam: `federation`.
 */
export class CompoundParts {
  private readonly counts: ReadonlyMap<string, number>;
  private readonly known = new Map<string, readonly string[]>();

  /** @param counts Every word of the site, in small letters, and how many pages it stands on. */
  constructor(counts: ReadonlyMap<string, number>) {
    this.counts = counts;
  }

  /** What follows each seam: `personuppgiftsbiträdesavtal` → `uppgiftsbiträdesavtal`, `biträdesavtal`, `avtal`. */
  of(word: string): readonly string[] {
    let parts = this.known.get(word);
    if (!parts) {
      parts = this.split(word);
      this.known.set(word, parts);
    }
    return parts;
  }

  /** The parts of all words of a text, each once, without those that already stand in it alone. */
  ofText(words: Iterable<string>): string[] {
    const own = new Set(words);
    const parts = new Set<string>();
    for (const word of own) for (const part of this.of(word)) if (!own.has(part)) parts.add(part);
    return [...parts].sort();
  }

  private split(word: string): string[] {
    if (word.length < shortestCompound) return [];
    const parts: string[] = [];
    for (let seam = shortestPart; seam <= word.length - shortestPart; seam += 1) {
      const tail = word.slice(seam);
      const head = word.slice(0, seam);
      if (this.isHead(head) && (this.isTail(tail) || this.isSure(head, tail))) parts.push(tail);
    }
    return parts;
  }

  /** A first part: a word, or one that has changed its end to be joined (`skol-`, `lär-`, `uppgifts-`). */
  private isHead(head: string): boolean {
    if (notHeads.has(fold(head))) return false;
    const forms = [head, `${head}a`, `${head}e`];
    if (head.length > shortestPart + 1 && /[sou]$/.test(head)) forms.push(head.slice(0, -1));
    if (forms.some((form) => this.isWord(form))) return true;
    return forms.some((form) => form.length >= shortestCompound && this.of(form).length > 0);
  }

  /** A later part: a word, or itself a compound of words. */
  private isTail(tail: string): boolean {
    if (notTails.has(fold(tail))) return false;
    if (this.isWord(tail)) return true;
    return tail.length >= shortestCompound && this.of(tail).length > 0;
  }

  /** `uppgifts|minimering`: after a word joined with an s, what follows is a word too. */
  private isSure(head: string, tail: string): boolean {
    return (
      head.length > 6 && tail.length > 5 && head.endsWith('s') && this.isWord(head.slice(0, -1))
    );
  }

  private isWord(word: string): boolean {
    const count = this.counts.get(word) ?? 0;
    return word.length > shortestPart ? count > 0 : word.length === shortestPart && count > 2;
  }
}

const shortestCompound = 7;
const shortestPart = 3;

/** Endings and small words that look like the later part of a compound. */
const notTails = new Set(
  'ande are arna arens ar as de den dem det dig era ern erna ett hen het hets heten heter inga ingar ing ingen inte kan lig liga ligt ligen man med mer mot ner ning ningar ningen och oss per rar rad rat sen som tar tas ter till tet ton ungen upp var vid via aren ens era ger han nar nas nan nya ser sig alla annan andra anda alder arende eller enda enheten inne inom ones ont ordna ring ringar ringen sin stal tid tion under utan'.split(
    ' ',
  ),
);
const notHeads = new Set(
  'ald all and att bes bet det dig ege eli eng era ers fin for fun fra ger han hel hen hur ide ing kan kla kon kom kun lag led leg man med men mer min mot nar ner och oss par per pro pub ser sig sin som sta sva tal tar tas til ton tra und upp utt var ver vid via vil'.split(
    ' ',
  ),
);
