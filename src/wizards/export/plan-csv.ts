import Papa from 'papaparse';
import { cleanText } from './clean-text.ts';
import type { PlanRow, PlanWords } from './plan-rows.ts';

/**
 * What a spreadsheet would take for a formula: `=`, `+`, `-`, `@` and their wide forms, also after
 * white space. With an apostrophe before it, it is text. A text that already begins with apostrophes
 * and then a formula gets one more, so that taking one away always gives the text back.
 */
export const formulaStart = /^[\s\u00a0\u200b-\u200f\ufeff']*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * The plan as Swedish Excel opens it: semicolons, a byte order mark, dates as `2026-12-24`.
 * The library's own rule for formulas misses texts of several lines, so ours is given to it.
 */
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
  const csv = Papa.unparse(table, {
    delimiter: ';',
    newline: '\r\n',
    escapeFormulae: formulaStart,
  });
  return `\ufeff${csv}\r\n`;
}

/** The text that a cell was made of. */
export function textOfCell(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}
