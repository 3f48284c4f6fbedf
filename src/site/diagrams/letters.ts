import widths from './letter-widths.json' with { type: 'json' };

/**
 * Widths of the letters of Atkinson Hyperlegible Next, in hundredths of the size, measured in a browser.
 * A picture is drawn when the site is built, where no browser says how wide a text becomes.
 */
const tables = { regular: readWidths(widths.regular), bold: readWidths(widths.bold) };

/** `"21": ".,"` is: 21 hundredths for each of the two. */
function readWidths(letters: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(letters).flatMap(([width, list]) =>
      [...list].map((letter) => [letter, Number(width)] as const),
    ),
  );
}

/** The font may be another when ours does not arrive in time: leave it some room. */
const room = 1.04;

/** How wide a text is in pixels. */
export function textWidth(text: string, size: number, isBold = false): number {
  const table = isBold ? tables.bold : tables.regular;
  const sum = [...text].reduce((total, letter) => total + (table.get(letter) ?? 60), 0);
  return (sum / 100) * size * room;
}

/**
 * The words of a text in lines that are at most so wide, all about as long: no word is left alone at the end. A word
 * that is wider has a line of its own.
 */
export function breakLines(
  text: string,
  width: number,
  size: number,
  isBold = false,
): readonly string[] {
  let lines = fillLines(text, width, size, isBold);
  for (let narrower = width - 4; narrower > width / 2; narrower -= 4) {
    const even = fillLines(text, narrower, size, isBold);
    if (even.length > lines.length || even.some((line) => textWidth(line, size, isBold) > width))
      break;
    lines = even;
  }
  return lines;
}

function fillLines(text: string, width: number, size: number, isBold: boolean): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, isBold) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
