import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { chainOf } from '../../src/wizards/engine/graph/synthetic.fixtures.ts';
import { plainWays } from '../../src/wizards/engine/plain.fixtures.ts';
import type { Benchmark } from '../bench.ts';
import { median, medians, rounded } from './rounds.ts';
import { loadXstate, type Xstate } from './xstate.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 5;

interface Cold {
  readonly ms: number;
  readonly megabytes: number;
  readonly nodes: number;
  readonly ways: readonly string[];
}

/** Cold compilation, and the same trees by plain enumeration and by XState's path generation. */
export async function run(): Promise<Benchmark> {
  const folder = join(ROOT, 'src/wizards/definitions');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const real = cold(['real', ...files.map((file) => join(folder, file))]);
  const chain = cold(['chain']);
  const assessment = cold(['assessment']);
  const xstate = await loadXstate();
  const trees = [2, 3, 4].map((length) => compare(length, xstate));
  return {
    versions: xstate ? xstate.versions : {},
    results: {
      realGuides: { guides: files.length, ...real },
      chainOf200Questions: { ...chain, ways: `about 10^${(chain.ways[0]?.length ?? 1) - 1}` },
      selfAssessmentOf55Statements: assessment,
      sameTrees: trees,
    },
  };
}

/** Medians of runs in processes of their own. */
function cold(given: readonly string[]): Cold {
  const script = join(import.meta.dirname, 'cold.ts');
  const runs = Array.from({ length: ROUNDS }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [script, ...given], {
      encoding: 'utf8',
    });
    if (!stdout) throw new Error(stderr);
    return JSON.parse(stdout) as Cold;
  });
  const [first] = runs;
  if (!first) throw new Error('Nothing was run.');
  return {
    ...first,
    ms: rounded(median(runs.map(({ ms }) => ms))),
    megabytes: Math.round(median(runs.map(({ megabytes }) => megabytes))),
  };
}

/** Count the ways of one tree in each manner; all must come to the same number. */
function compare(length: number, xstate: Xstate | null) {
  const wizard = chainOf(length);
  const expected = plainWays(wizard).length;
  const check = (count: number) => {
    if (count !== expected) throw new Error(`${count} ways, where ${expected} were expected.`);
  };
  const machine = xstate?.machineOf(wizard);
  const ms = medians(ROUNDS, {
    graph: () => check(Number(countWays(compileOutcomes(wizard)).ways)),
    plain: () => check(plainWays(wizard).length),
    ...(xstate && machine ? { xstate: () => check(xstate.countPaths(machine)) } : {}),
  });
  const { graph = 1, plain = 0, xstate: paths } = ms;
  return {
    questions: length,
    ways: expected,
    ms,
    plainToGraph: rounded(plain / graph),
    ...(paths === undefined ? {} : { xstateToGraph: rounded(paths / graph) }),
  };
}
