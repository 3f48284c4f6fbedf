import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkHits } from '../check/check-reach.ts';
import { surveyWizard } from '../check/survey.ts';
import { evaluate } from '../evaluate.ts';
import { describeOutcomes } from '../explain/outcome-conditions.ts';
import { countWays } from '../graph/count-ways.ts';
import { compileOutcomes } from '../graph/outcome-graph.ts';
import { plainWays } from '../plain.fixtures.ts';
import { options, outcome, question, rule, wizardOf } from '../wizards.fixtures.ts';
import { asGuide, GAP, TABLES, type Table, VACATION } from './tables.fixtures.ts';
import { type TreeRow, treeWizard } from './tree.fixtures.ts';

const all: readonly Table[] = [...TABLES, GAP, VACATION];

describe.each(all)('$name', (table) => {
  const wizard = asGuide(table);

  test.each(table.cases.map((each) => [each] as const))('%j', ([answers, gives]) => {
    const ids = Object.keys(table.inputs);
    const given = Object.fromEntries(answers.map((answer, at) => [ids[at], answer]));
    const { decision } = evaluate(wizard, given);
    expect(decision?.outcomes.map(({ id }) => id)).toEqual(gives);
  });

  test('the proof counts what plain enumeration counts', () => {
    const graph = compileOutcomes(wizard);
    const inputs = Object.values(table.inputs);
    const sizes = inputs.map((values) =>
      typeof values[0] === 'number' ? Number(values[1]) - values[0] + 1 : values.length,
    );
    const product = sizes.reduce((total, size) => total * size, 1);
    expect(Number(countWays(graph).ways)).toBe(product);
    if (product > 100_000) return;
    const ways = plainWays(wizard);
    for (const { id } of wizard.outcomes)
      expect(Number(countWays(graph, (end) => end.includes(id)).ways)).toBe(
        ways.filter(({ outcomes }) => outcomes.includes(id)).length,
      );
  });
});

describe('what the proof finds in the tables', () => {
  test('unique tables have no overlap', () => {
    for (const table of [...TABLES, GAP].filter(({ hit }) => hit === 'unique'))
      expect(surveyWizard(asGuide(table)).overlaps).toEqual([]);
  });

  test('a gap of one single score that stands in the published table', () => {
    const wizard = asGuide(GAP);
    const [gap] = checkHits(wizard, surveyWizard(wizard));
    expect(gap?.message).toBe(
      'no rule takes 1 of the ways of answering, for example { existing: false, score: 130 }.',
    );
  });
});

describe('nine criteria, two or more: WP248', () => {
  const ids = Array.from({ length: 9 }, (_, at) => `k${at + 1}`);
  const rules = [
    rule('r-ja', 'gor-en', { traffar: 'minst-tva' }),
    rule('r-nej', 'behovs-inte', { traffar: 'hogst-en' }),
  ];
  const one = wizardOf({
    questions: ids.map((id) =>
      question({
        id,
        code: id,
        options: options('ja', 'nej').map((option, at) => ({ ...option, scores: { p: 1 - at } })),
      }),
    ),
    facts: [
      {
        id: 'traffar',
        label: 'Träffar',
        total: 'p',
        bands: [
          { id: 'hogst-en', label: 'Högst en', from: 0 },
          { id: 'minst-tva', label: 'Minst två', from: 2 },
        ],
      },
    ],
    decision: { hit: 'unique', rules },
    outcomes: ['gor-en', 'behovs-inte'].map(outcome),
  });

  test('512 combinations: 502 yes and 10 no', () => {
    const graph = compileOutcomes(one);
    const count = (id: string) => countWays(graph, (end) => end.includes(id)).ways;
    expect([countWays(graph).ways, count('gor-en'), count('behovs-inte')]).toEqual([
      512n,
      502n,
      10n,
    ]);
  });

  test('the graph is small, and says when no assessment is needed', () => {
    const graph = compileOutcomes(one);
    expect(Math.max(...graph.layers.map(({ nodes }) => nodes.length))).toBeLessThanOrEqual(3);
    expect(describeOutcomes(graph).every(({ when }) => when !== null)).toBe(true);
  });
});

const FILE = join(import.meta.dirname, '../../../../../shared/evidence/towing-rules.json');
const isThere = existsSync(FILE);
if (!isThere) console.warn(`\n*** ${FILE} is missing: recorded paths are NOT replayed. ***\n`);

describe.skipIf(!isThere)('recorded paths of a public flow', () => {
  const read = () => (JSON.parse(readFileSync(FILE, 'utf8')) as { rows: TreeRow[] }).rows;

  test('every row replays: the next question or the outcome', () => {
    const rows = read();
    const { wizard, idOf } = treeWizard(rows);
    expect(rows.length).toBe(38);
    for (const { answers, next, outcome: isEnd } of rows) {
      const given = Object.fromEntries(answers.map(([node, to]) => [idOf(node), idOf(to)]));
      const { position, decision } = evaluate(wizard, given);
      const now = isEnd ? decision?.outcomes[0]?.id : position.current?.id;
      expect(now).toBe(idOf(next));
    }
  });

  test('the proof counts exactly 22 ways, 17 questions and 22 outcomes', () => {
    const { wizard } = treeWizard(read());
    const graph = compileOutcomes(wizard);
    expect([wizard.questions.length, wizard.outcomes.length]).toEqual([17, 22]);
    expect(countWays(graph)).toEqual({ ways: 22n, shortest: 2, longest: 5 });
    expect(graph.ends.flat().length).toBe(22);
    expect(countWays(graph, (end) => !end.length).ways).toBe(0n);
  });
});
