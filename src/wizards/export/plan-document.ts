import { cleanText } from './clean-text.ts';
import type { Block, PlainDocument } from './document.ts';
import type { PlanRow, PlanWords } from './plan-rows.ts';

/**
 * The plan as a document: one table of all actions, then the notes in full.
 *
 * @param day The day it is dated, `2026-11-23`.
 */
export function planDocument(
  rows: readonly PlanRow[],
  words: PlanWords,
  day: string,
): PlainDocument {
  const notes = rows.filter(({ note }) => note !== '');
  const blocks: Block[] = [
    { kind: 'title', text: words.title },
    { kind: 'lead', text: words.summary },
    {
      kind: 'table',
      caption: words.title,
      head: [words.number, words.text, words.role, words.due, words.status],
      widths: [6, 46, 18, 16, 14],
      rows: rows.map(({ number, text, role, due, status, from }) => [
        String(number),
        cleanText(from === '' ? text : `${text}\n${words.from}: ${from}`),
        cleanText(role),
        due || words.undated,
        status,
      ]),
    },
    ...(notes.length > 0 ? [{ kind: 'heading', level: 2, text: words.note } as const] : []),
    ...notes.flatMap(({ number, text, note }): Block[] => [
      { kind: 'heading', level: 3, text: cleanText(`${number}. ${text}`).replaceAll('\n', ' ') },
      { kind: 'text', text: cleanText(note) },
    ]),
  ];
  const { title, page } = words;
  return { title, subject: title, author: '', day, header: title, footer: page, blocks };
}
