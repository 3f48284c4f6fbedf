/**
 * Widths of the letters of Atkinson Hyperlegible Next, in hundredths of the size, measured in a browser.
 * A picture is drawn when the site is built, where no browser says how wide a text becomes.
 */
const regular =
  '21.,:; 24j 25i 26l 28_ 29! 30() 31f 33t 35r 36- 39I/ 40” 41’1 45y 46vz 47s 48cx? 49k 50– 51J7 52aåä 54euéL 55hnoö2F 56dgT 57bpqEY 583 5959PSV 606 6148BRZ 62X 63AÅÄK6 64C 650 67D… 68w 69GHNU 71OÖ 72Q 82M 84m 86W 92%';
const bold =
  '26j 27.,:; 30i! 31_ 32l 33() 36f 37- 38rt 42I 441/ 48” 50z– 51cs 52y 53v 547x 55akåäL? 56eéJ 579hnuF 582oö 59g 603bdpqE 615ST 6248Z 636P 64BV 65RY 660CK 68AXÅÄ 69DU 70H 72GN 74w 75OÖ 76Q 78… 86M 88m 89W 97%';

const tables = { regular: readWidths(regular), bold: readWidths(bold) };

/** `21.,:;` is: 21 hundredths for each of `.`, `,`, `:` and `;`. `_` stands for the space. */
function readWidths(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(' ').flatMap((group) => {
      const letters = group.slice(2).replace('_', ' ');
      return [...letters].map((letter) => [letter, Number(group.slice(0, 2))] as const);
    }),
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
