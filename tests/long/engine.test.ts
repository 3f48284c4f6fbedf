import { expect, test } from 'vitest';
import { fuzzFiles } from '../../src/wizards/definition/fuzz.fixtures.ts';
import { checkCounterfactuals } from '../../src/wizards/engine/counterfactuals.fixtures.ts';
import { fuzzLinks } from '../../src/wizards/engine/fuzz.fixtures.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { plainWays } from '../../src/wizards/engine/plain.fixtures.ts';
import { randomWizard, seeded } from '../../src/wizards/engine/random.fixtures.ts';

const COUNT = 2000;
/** From so many ways at most, shared out: a wizard with thousands has the same turns again and again. */
const MOST_STARTS = 60;

test(`from ways all over ${COUNT} small wizards, every counterfactual is that of plain enumeration`, () => {
  let compared = 0;
  for (let seed = 1; seed <= COUNT; seed++) {
    const wizard = randomWizard(seeded(seed));
    const ways = plainWays(wizard);
    const graph = compileOutcomes(wizard);
    const step = Math.max(1, Math.floor(ways.length / MOST_STARTS));
    for (let at = 0; at < ways.length; at += step)
      compared += checkCounterfactuals({ wizard, ways, graph }, ways[at]?.answers ?? {});
  }
  expect(compared).toBeGreaterThan(100_000);
});

test('300,000 more damaged links', () => {
  expect(fuzzLinks(300_000, 2)).toBe(300_000);
});

test('20,000 damaged definitions', () => {
  expect(fuzzFiles(20_000, 2).read).toBe(20_000);
});
