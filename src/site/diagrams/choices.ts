import { drawRail, type RailRow } from './rail.ts';
import type { Choices } from './schemas.ts';
import { Sheet, textHeight } from './sheet.ts';

const width = 720;
const trunk = 318;
const outcome = trunk + 110;

/** A trunk with a question at each stop; a yes leads off to the right, a no further down. */
export function drawChoices(diagram: Choices, label: string): readonly string[] {
  return [wide(diagram, label), narrow(diagram, label)];
}

function wide({ yes, no, questions, last }: Choices, label: string): string {
  const sheet = new Sheet();
  const textWidth = width - outcome - 22;
  let y = 22;
  for (const [index, { ask, title, text }] of questions.entries()) {
    const lines = textHeight(ask, 'plain', trunk - 34);
    const height = Math.max(64, 34 + textHeight(text, 'soft', textWidth), lines + 34);
    sheet.way([
      { x: trunk, y },
      { x: outcome, y },
    ]);
    sheet.way([
      { x: trunk, y },
      { x: trunk, y: y + height - (index === questions.length - 1 ? 20 : 0) },
    ]);
    sheet.text(trunk + 52, y - 8, yes, { style: 'small', anchor: 'middle' });
    sheet.text(trunk - 10, y + height / 2 + 8, no, { style: 'small', anchor: 'end' });
    sheet.text(trunk - 22, y + 5 - (lines - 19) / 2, ask, {
      width: trunk - 34,
      anchor: 'end',
    });
    sheet.stop({ x: trunk, y });
    ending(y, title, text);
    y += height;
  }
  sheet.way([
    { x: trunk, y: y - 20 },
    { x: trunk, y },
    { x: outcome, y },
  ]);
  const bottom = ending(y, last.title, last.text);
  return sheet.svg(width, bottom - 6, 'wide', label);

  function ending(at: number, title: string, text: string): number {
    sheet.end({ x: outcome, y: at });
    const next = sheet.text(outcome + 18, at + 5, title, { style: 'bold' });
    return sheet.text(outcome + 18, next, text, { style: 'soft', width: textWidth });
  }
}

function narrow({ yes, questions, last }: Choices, label: string): string {
  const rows = questions.flatMap(({ ask, title, text }): RailRow[] => [
    { track: 0, mark: 'stop', words: [{ text: ask, style: 'plain' }] },
    {
      track: 1,
      mark: 'end',
      isBranch: true,
      words: [
        { text: `${yes}: ${title}`, style: 'bold' },
        { text, style: 'soft' },
      ],
    },
  ]);
  const end: RailRow = {
    track: 0,
    mark: 'end',
    words: [
      { text: last.title, style: 'bold' },
      { text: last.text, style: 'soft' },
    ],
  };
  return drawRail([...rows, end], label, { tracks: 2 });
}
