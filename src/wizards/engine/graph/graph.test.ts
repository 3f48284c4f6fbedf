import { describe, expect, test } from 'vitest';
import { login, options, question, rule, wizardOf } from '../wizards.fixtures.ts';
import { countWays } from './count-ways.ts';
import { findWays } from './find-ways.ts';
import { GraphLimitError } from './limit.ts';
import { compileOutcomes } from './outcome-graph.ts';
import { chainOf, selfAssessment } from './synthetic.fixtures.ts';

describe('countWays', () => {
  test('counts every combination of answers on paths, exactly', () => {
    // f-3: 200,000 numbers. gy: 1,499 numbers × 5 answers, and 198,501 × (2 sets with "skolans" × 2 + 3)
    const ways = 200_000n + 1_499n * 5n + 198_501n * 7n;
    expect(countWays(compileOutcomes(login))).toEqual({ ways, shortest: 2, longest: 4 });
  });

  test('counts more ways than a number can hold', () => {
    const ids = Array.from({ length: 60 }, (_, index) => `s${index}`);
    const wizard = wizardOf({
      questions: ids.map((id) => question({ id, code: id, options: options('a', 'b', 'c') })),
    });
    expect(countWays(compileOutcomes(wizard)).ways).toBe(3n ** 60n);
  });
});

// how long it takes is measured by `npm run bench -- engine`
describe('compileGraph', { timeout: 30_000 }, () => {
  test('splits numbers at the bounds used, and takes options together that nothing tells apart', () => {
    const classes = compileOutcomes(login).layers.map((layer) =>
      layer.classes.map(({ set }) => set),
    );
    expect(classes[1]).toEqual([
      { kind: 'numbers', ranges: [{ from: 1, to: 1499 }] },
      { kind: 'numbers', ranges: [{ from: 1500, to: 200_000 }] },
    ]);
    expect(classes[2]).toContainEqual({
      kind: 'choices',
      choices: [
        { some: [['egna']], none: ['skolans', 'inga', 'vet-inte'] },
        { some: [['inga']], none: ['egna', 'skolans', 'vet-inte'] },
      ],
    });
  });

  test('stops when there is too much to tell apart, and names the facts to blame', () => {
    const limited = () => compileOutcomes(login, 2);
    expect(limited).toThrow(GraphLimitError);
    try {
      limited();
    } catch (thrown) {
      expect((thrown as GraphLimitError).blame[0]).toEqual({ id: 'grupp', values: 2 });
    }
  });

  test('takes 200 questions with local conditions, more than 10^100 ways', () => {
    const graph = compileOutcomes(chainOf(200));
    const { ways } = countWays(graph);
    expect(ways).toBeGreaterThan(10n ** 100n);
    expect(Math.max(...graph.layers.map(({ nodes }) => nodes.length))).toBeLessThan(50);
  });

  test('takes a self-assessment of 55 statements in 13 areas where two critical No are red', () => {
    const wizard = selfAssessment(55, 13);
    const graph = compileOutcomes(wizard);
    expect(countWays(graph).ways).toBe(5n ** 55n);
    const [way] = findWays(graph, {}, (end) => end.includes('rod'));
    expect(way?.end).toEqual(['rod']);
    expect(graph.ends.flat().sort()).toEqual(['gron', 'gul', 'rod']);
  });

  test('names the totals to blame when they multiply', () => {
    const wizard = selfAssessment(55, 13);
    const areas = wizard.facts.flatMap(({ id }) => (/-o/.test(id) ? [id] : []));
    const rules = areas.map((id, at) => ({ ...rule(id, `u${at}`), when: isLow(id), sources: [] }));
    const limited = () => compileOutcomes({ ...wizard, rules, hit: 'collect' }, 1000);
    expect(limited).toThrow(GraphLimitError);
    try {
      limited();
    } catch (thrown) {
      expect((thrown as GraphLimitError).blame[0]?.id).toMatch(/^andel-o/);
    }
  });
});

const isLow = (fact: string) => ({ kind: 'is', fact, values: ['lag'] }) as const;
