import { dsvFormat } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate.ts';
import { options, outcome, question, rule, wizardOf } from '../../engine/wizards.fixtures.ts';
import { composeRequirements, defuse, listAsCsv, listAsText } from './requirement-list.ts';

const requirement = (id: string, text: string, kind: 'ska' | 'bor' = 'ska') => ({
  id,
  text,
  kind,
  evidence: 'Bevis; med ”tecken” och "citat"',
  followUp: '-1 gång',
  owner: 'it',
});

const guide = wizardOf({
  questions: [question({ id: 'a', code: 'a', options: options('b', 'c') })],
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

const blocksFor = (a: string) => composeRequirements(evaluate(guide, { a }));
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
  const text = listAsText(blocksFor('b'), {}, t);
  expect(text).toContain('k2 KIND.BOR: @krav');
  expect(text.match(/list\.owner: it/g)).toHaveLength(2);
});
