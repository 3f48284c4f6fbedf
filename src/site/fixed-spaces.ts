/**
 * `700 000 kr` never breaks at the end of a line: its spaces become no-break spaces. Authors write plain ones.
 */
export function withFixedSpaces(text: string): string {
  return text.replace(inNumber, '\u00a0').replace(beforeUnit, '\u00a0');
}

/** Between groups of three figures. */
const inNumber = /(?<=(?<![\d.:/-])\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/g;
const beforeUnit = /(?<=\d) (?=(?:kr|kronor|euro|procent|miljoner)(?![\p{L}\d]))/gu;
