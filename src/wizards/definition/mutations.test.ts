import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkScales } from '../engine/check/check-scales.ts';
import { checkWizard } from '../engine/check/check-wizard.ts';
import type { Graph } from '../engine/graph/graph.ts';
import { compileCondition, compileRules } from '../engine/graph/outcome-graph.ts';
import { normalizeWizard } from '../engine/normalize-wizard.ts';
import { seeded } from '../engine/random.fixtures.ts';
import type { RawWizard } from '../engine/raw-wizard.ts';
import type { Wizard } from '../engine/types.ts';
import { checkVersions } from '../engine/versions/check-versions.ts';
import { type Mutation, sampleMutations } from './mutations.fixtures.ts';
import { readContext } from './read-context.ts';
import { wizardSchema } from './schema.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'src/wizards/definitions');
const COUNT = 60;
const WANTED = 0.95;

const context = { ...readContext(ROOT, '2026-11-23') };
const guides = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, raw: parse(readFileSync(join(FOLDER, file), 'utf8')) as RawWizard }));

/** How a damage comes to light: by the checks and cases alone, by published links, or not at all. */
function findDamage(raw: RawWizard): 'checks' | 'links' | 'nothing' {
  if (!wizardSchema.safeParse(raw).success) return 'checks';
  const wizard = normalizeWizard(raw);
  if (checkScales(raw).length || checkWizard(wizard, context).length) return 'checks';
  const archive = context.archives?.get(wizard.id);
  return checkVersions(wizard, [], archive, true).length ? 'links' : 'nothing';
}

/** Everything that a reader could tell: which rule counts, which advice and number, what is asked. */
function behaviour(wizard: Wizard): string {
  const graphs = [
    compileRules(wizard, wizard.hit === 'first'),
    ...[...wizard.advice, ...wizard.numbers].map(({ when }) => compileCondition(wizard, when)),
  ];
  const shape = ({ layers, ends }: Graph) => [
    layers.map(({ question, classes, nodes }) => [
      question.id,
      classes.map(({ set }) => set),
      nodes,
    ]),
    ends,
  ];
  const formulas = wizard.numbers.map(({ formula, thumbs }) => [formula, thumbs]);
  return JSON.stringify([graphs.map(shape), formulas]);
}

function isEquivalent(raw: RawWizard, { wizard }: Mutation): boolean {
  try {
    return behaviour(normalizeWizard(raw)) === behaviour(normalizeWizard(wizard));
  } catch {
    return false;
  }
}

describe.each(guides)('$file', { timeout: 120_000 }, ({ raw }) => {
  test('has no finding as it stands', () => {
    expect(findDamage(raw)).toBe('nothing');
  });

  test(`shows at least ${100 * WANTED} % of ${COUNT} damages`, () => {
    const mutations = sampleMutations(raw, COUNT, seeded(7));
    expect(mutations.length).toBeGreaterThanOrEqual(50);
    const found = mutations.map((mutation) => ({ mutation, by: findDamage(mutation.wizard) }));
    const silent = found.filter(({ by }) => by === 'nothing');
    const equivalent = silent.filter(({ mutation }) => isEquivalent(raw, mutation));
    const missed = silent.filter((each) => !equivalent.includes(each));
    const name = ({ mutation }: (typeof found)[number]) => `${mutation.kind}: ${mutation.where}`;
    // what is caught by the links alone has no case that shows it: a list to make cases from
    const byLinks = found.filter(({ by }) => by === 'links').map(name);
    expect({
      byLinks,
      missed: missed.map(name),
      equivalent: equivalent.map(name),
    }).toMatchSnapshot();
    const counted = mutations.length - equivalent.length;
    expect(1 - missed.length / counted).toBeGreaterThanOrEqual(WANTED);
  });
});
