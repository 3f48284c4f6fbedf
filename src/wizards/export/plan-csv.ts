import { dsvFormat } from 'd3-dsv';
import { cleanText } from './clean-text.ts';
import type { PlanRow, PlanWords } from './plan-rows.ts';

/**
 * What a spreadsheet would take for a formula: `=`, `+`, `-`, `@` and their wide forms, also after
 * white space. With an apostrophe before it, it is text. A text that already begins with apostrophes
 * and then a formula gets one more, so that taking one away always gives the text back.
 */
export const formulaStart = /^[\s\u00a0\u200b-\u200f\ufeff']*[=+\-@＝＋－＠]|^[\t\r\n]/;

const semicolons = dsvFormat(';');

/** The plan as Swedish Excel opens it: semicolons, a byte order mark, dates as `2026-12-24`. */
export function planCsv(rows: readonly PlanRow[], words: PlanWords): string {
  const { number, text, role, due, status, note, from } = words;
  const table = [
    [number, text, role, due, status, from, note],
    ...rows.map((row) =>
      [String(row.number), row.text, row.role, row.due, row.status, row.from, row.note].map(
        cleanText,
      ),
    ),
  ];
  // Line ends between rows as spreadsheets write them; those within a text stay as they are.
  const lines = table.map((cells) => semicolons.formatRow(cells.map(cellOfText)));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellOfText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text that a cell was made of. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}
