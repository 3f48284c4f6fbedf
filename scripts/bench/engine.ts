/**
 * What the compiler costs: cold on one core, by size, and beside plain enumeration and XState's path
 * generation on the same trees. Writes `benchmarks/results/engine.json` and the table of the README.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { chainOf } from '../../src/wizards/engine/graph/synthetic.fixtures.ts';
import { plainWays } from '../../src/wizards/engine/plain.fixtures.ts';
import type { Cold } from './cold.ts';
import {
  type EngineResult,
  engineTable,
  type Measured,
  readMeWithEngine,
  type SameTree,
} from './engine-table.ts';
import { rounds, spreadOf } from './rounds.ts';
import { loadXstate, type Xstate } from './xstate.ts';

const ROOT = join(import.meta.dirname, '../..');
const ROUNDS = 7;

/** Lengths of the same chain, and how far back its conditions reach. */
const GROWTH = [
  [25, 3],
  [50, 3],
  [100, 3],
  [200, 3],
  [400, 3],
  [100, 5],
  [100, 7],
] as const;

/** XState goes over every simple path of every state: from five questions on that takes minutes. */
const TREES = [2, 3, 4, 6, 8];
const LONGEST_FOR_XSTATE = 4;

export async function run(): Promise<void> {
  const folder = join(ROOT, 'src/wizards/definitions');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const contestants = [
    ['real', ...files.map((file) => join(folder, file))],
    ['chain', '200', '3'],
    ['assessment'],
    ...GROWTH.map(([length, reach]) => ['chain', `${length}`, `${reach}`]),
  ];
  const load = Math.round(loadavg()[0] ?? 0);
  const [real, chain, assessment, ...growth] = coldInTurn(contestants);
  if (!real || !chain || !assessment) throw new Error('Nothing was measured.');
  const xstate = await loadXstate();
  const result: EngineResult = {
    measured: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    versions: { node: process.version, ...xstate?.versions },
    how: `Cold: a process of its own each, ${isPinned() ? 'held to one core' : 'not held to one core'}, ${ROUNDS} rounds in turn. Same trees: ${ROUNDS} rounds in turn, ratios within a round.`,
    load,
    cold: {
      realGuides: { guides: files.length, ...real },
      chainOf200: chain,
      selfAssessmentOf55: assessment,
    },
    growth: growth.map((each, at) => {
      const [questions, reach] = GROWTH[at] ?? [0, 0];
      return { questions, reach, ...each };
    }),
    sameTrees: TREES.map((length) => compare(length, xstate)),
  };
  write(result);
}

function write(result: EngineResult): void {
  mkdirSync(join(ROOT, 'benchmarks/results'), { recursive: true });
  const file = join(ROOT, 'benchmarks/results/engine.json');
  // a list of one on one line, as the formatter has it
  const text = JSON.stringify(result, null, 2).replace(/\[\s+("[^"]*")\s+\]/g, '[$1]');
  writeFileSync(file, `${text}\n`);
  const readMe = join(ROOT, 'README.md');
  writeFileSync(readMe, readMeWithEngine(readFileSync(readMe, 'utf8'), result));
  console.log(engineTable(result));
}

/** Runs in processes of their own, each in turn in every round. */
function coldInTurn(contestants: readonly (readonly string[])[]): readonly Measured[] {
  const runs = Array.from({ length: ROUNDS }, () => contestants.map(cold));
  return contestants.map((_, at) => {
    const own = runs.flatMap((round) => round[at] ?? []);
    const ways = own[0]?.ways ?? [];
    return {
      ms: spreadOf(own.map(({ ms }) => ms)),
      cpuMs: spreadOf(own.map(({ cpuMs }) => cpuMs)),
      megabytes: Math.round(Math.max(...own.map(({ megabytes }) => megabytes))),
      situations: own[0]?.situations ?? 0,
      // the length says enough of a number of 122 digits
      ways: ways.map((count) => (count.length > 30 ? `10^${count.length - 1}` : count)),
    };
  });
}

function cold(given: readonly string[]): Cold {
  const node = [process.execPath, join(import.meta.dirname, 'cold.ts'), ...given];
  const [program = '', ...rest] = isPinned() ? ['taskset', '-c', '0', ...node] : node;
  const { stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Cold;
}

let pinned: boolean | undefined;

/** Whether a process can be held to one core here. */
function isPinned(): boolean {
  pinned ??= spawnSync('taskset', ['-c', '0', process.execPath, '--version']).status === 0;
  return pinned;
}

/** Count the ways of one tree in each manner; all must come to the same number. */
function compare(length: number, xstate: Xstate | null): SameTree {
  const wizard = chainOf(length);
  const expected = plainWays(wizard).length;
  const check = (count: number) => {
    if (count !== expected) throw new Error(`${count} ways, where ${expected} were expected.`);
  };
  const machine = length <= LONGEST_FOR_XSTATE ? xstate?.machineOf(wizard) : undefined;
  const times = rounds(ROUNDS, {
    graph: () => check(Number(countWays(compileOutcomes(wizard)).ways)),
    plain: () => check(plainWays(wizard).length),
    ...(xstate && machine ? { xstate: () => check(xstate.countPaths(machine)) } : {}),
  });
  const ratio = (name: string) =>
    spreadOf(times.map((round) => (round[name] ?? 0) / (round['graph'] ?? 1)));
  return {
    questions: length,
    ways: expected,
    graphMs: spreadOf(times.map(({ graph }) => graph ?? 0)),
    plainToGraph: ratio('plain'),
    xstateToGraph: machine ? ratio('xstate') : null,
  };
}
