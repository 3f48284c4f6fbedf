import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { chainOf, selfAssessment } from '../../src/wizards/engine/graph/synthetic.fixtures.ts';
import { normalizeWizard } from '../../src/wizards/engine/normalize-wizard.ts';
import type { RawWizard } from '../../src/wizards/engine/raw-wizard.ts';
import type { Wizard } from '../../src/wizards/engine/types.ts';

/** What one cold compilation took. */
export interface Cold {
  readonly ms: number;
  readonly cpuMs: number;
  /** Most memory the whole process ever held, Node itself included. */
  readonly megabytes: number;
  /** Nodes of the finished graphs. */
  readonly situations: number;
  readonly ways: readonly string[];
}

// A process of its own: `cold.ts real FILE …`, `cold.ts chain LENGTH REACH` or `cold.ts assessment`.
// The reading of files and the start of Node are left out of the time.
const [kind, ...given] = process.argv.slice(2);
const wizards = made();
const cpu = process.cpuUsage();
const started = performance.now();
const graphs = wizards.map((wizard) => compileOutcomes(wizard));
const ways = graphs.map((graph) => countWays(graph).ways);
const ms = performance.now() - started;
const used = process.cpuUsage(cpu);
const cpuMs = (used.user + used.system) / 1000;
const situations = graphs.reduce(
  (sum, { layers }) => sum + layers.reduce((total, layer) => total + layer.nodes.length, 0),
  0,
);
const megabytes = process.resourceUsage().maxRSS / 1024;
const cold: Cold = { ms, cpuMs, megabytes, situations, ways: ways.map(String) };
console.log(JSON.stringify(cold));

function made(): readonly Wizard[] {
  if (kind === 'real')
    return given.map((file) => normalizeWizard(parse(readFileSync(file, 'utf8')) as RawWizard));
  if (kind === 'chain') return [chainOf(Number(given[0]), Number(given[1]))];
  return [selfAssessment(55, 13)];
}
