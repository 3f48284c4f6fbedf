import { dsvFormat } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate.ts';
import { options, outcome, question, rule, wizardOf } from '../../engine/wizards.fixtures.ts';
import {
  composeRequirements,
  defuse,
  listAsCsv,
  listAsMarkdown,
  listAsText,
} from './requirement-list.ts';

const requirement = (id: string, text: string, kind: 'ska' | 'bor' = 'ska') => ({
  id,
  text,
  kind,
  evidence: 'Bevis; med ”tecken” och "citat"',
  followUp: '-1 gång',
  owner: 'it',
});

const guide = wizardOf({
  questions: [
    question({
      id: 'a',
      code: 'a',
      ask: 'Finns [AI]?',
      options: [
        ...options('b'),
        { id: 'c', code: 'c', label: 'Vet inte', unknown: { ask: 'it', how: 'Sök.' } },
      ],
    }),
  ],
  decision: {
    hit: 'collect',
    rules: [rule('r-ett', 'ett'), rule('r-tva', 'tva', { a: 'b' }), rule('r-tre', 'tre')],
  },
  outcomes: [
    { ...outcome('ett'), requirements: [requirement('k1', '=1+1')] },
    { ...outcome('tva'), requirements: ['Bara text.', requirement('k2', '@krav', 'bor')] },
    { ...outcome('tre'), requirements: ['Bara text.'] },
  ],
});

const listFor = (a: string) => {
  const view = evaluate(guide, { a });
  return { blocks: composeRequirements(view), unknowns: view.unknowns };
};
const blocksFor = (a: string) => listFor(a).blocks;
const t = (key: string) => key;

test('only outcomes that came, with full requirements, in order', () => {
  expect(blocksFor('b').map((block) => [block.outcome.id, block.requirements.length])).toEqual([
    ['ett', 1],
    ['tva', 1],
  ]);
  expect(blocksFor('c').map((block) => block.because)).toEqual([['För att r-ett.']]);
});

describe('CSV', () => {
  const csv = listAsCsv(blocksFor('b'), { it: 'It' }, t);

  test('begins with a byte order mark and separates with semicolons', () => {
    expect(csv.startsWith('\ufefflist.id;list.block;')).toBe(true);
  });

  test('quotes what must be quoted, and no cell is a formula', () => {
    const rows = dsvFormat(';').parseRows(csv.slice(1));
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual([
      'k1',
      'ett',
      'kind.ska',
      "'=1+1",
      'Bevis; med ”tecken” och "citat"',
      "'-1 gång",
      'It',
    ]);
    expect(rows[2]?.[3]).toBe("'@krav");
  });

  test.each([
    ['=A1', "'=A1"],
    ['+46', "'+46"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j becomes %j', (cell, safe) => {
    expect(defuse(cell)).toBe(safe);
  });
});

test('as text every requirement has its kind, evidence, follow-up and owner', () => {
  const text = listAsText(listFor('b'), {}, t);
  expect(text).toContain('k2 KIND.BOR: @krav');
  expect(text.match(/list\.owner: it/g)).toHaveLength(2);
  expect(text).not.toContain('list.open');
});

describe('Markdown', () => {
  test('has a heading and a table for each part', () => {
    const text = listAsMarkdown(listFor('b'), { it: 'It' }, t);
    expect(text).toMatch(/^# list\.name\n/);
    expect(text.match(/^## (ett|tva)$/gm)).toHaveLength(2);
    expect(text).toContain('| --- | --- | --- | --- | --- | --- |\n| k1 | kind.ska | =1+1 |');
    expect(text).toContain('| k2 | kind.bor | @krav | Bevis; med ”tecken” och "citat" |');
  });

  test('shows signs of its own as they are, so that no cell breaks a table', () => {
    const [block] = blocksFor('c');
    if (!block) throw new Error('no block');
    const requirements = [requirement('k1', 'Högst [8 timmar] | *alltid* <b>')];
    const list = { blocks: [{ ...block, requirements }], unknowns: [] };
    expect(listAsMarkdown(list, {}, t)).toContain(
      '| k1 | kind.ska | Högst \\[8 timmar\\] \\| \\*alltid\\* \\<b\\> |',
    );
  });
});

test('what was answered with “vet inte” is listed to be found out', () => {
  const list = listFor('c');
  expect(listAsText(list, { it: 'It' }, t)).toContain('list.open:\n– Finns [AI]? Sök. (It)');
  expect(listAsMarkdown(list, { it: 'It' }, t)).toContain(
    '## list.open\n\n- Finns \\[AI\\]? Sök. (It)',
  );
});
