import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { chainOf, selfAssessment } from '../../src/wizards/engine/graph/synthetic.fixtures.ts';
import { normalizeWizard } from '../../src/wizards/engine/normalize-wizard.ts';
import type { RawWizard } from '../../src/wizards/engine/raw-wizard.ts';

// A process of its own: `cold.ts real FILE …`, `cold.ts chain` or `cold.ts assessment`. Prints what
// one cold compilation takes, the reading of files and the start of Node left out.
const [kind, ...files] = process.argv.slice(2);
const wizards =
  kind === 'real'
    ? files.map((file) => normalizeWizard(parse(readFileSync(file, 'utf8')) as RawWizard))
    : [kind === 'chain' ? chainOf(200) : selfAssessment(55, 13)];
const started = performance.now();
const graphs = wizards.map((wizard) => compileOutcomes(wizard));
const ways = graphs.map((graph) => countWays(graph).ways);
const ms = performance.now() - started;
const nodes = graphs.reduce(
  (sum, { layers }) => sum + layers.reduce((total, layer) => total + layer.nodes.length, 0),
  0,
);
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms, megabytes, nodes, ways: ways.map(String) }));
