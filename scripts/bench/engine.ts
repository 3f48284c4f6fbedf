import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countWays } from '../../src/wizards/engine/graph/count-ways.ts';
import { compileOutcomes } from '../../src/wizards/engine/graph/outcome-graph.ts';
import { chainOf } from '../../src/wizards/engine/graph/synthetic.fixtures.ts';
import { plainWays } from '../../src/wizards/engine/plain.fixtures.ts';
import type { Wizard } from '../../src/wizards/engine/types.ts';
import type { Benchmark } from '../bench.ts';
import { median, medians, rounded } from './rounds.ts';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, '.cache/bench');
const XSTATE = ['xstate@5.33.3', '@xstate/graph@3.0.4'];
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

interface Xstate {
  readonly versions: Readonly<Record<string, string>>;
  readonly machineOf: (wizard: Wizard) => unknown;
  readonly countPaths: (machine: unknown) => number;
}

/** XState is compared with and not depended on: it is fetched into `.cache/` the first time. */
async function loadXstate(): Promise<Xstate | null> {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(join(CACHE, 'node_modules/@xstate/graph')))
    spawnSync('npm', ['install', '--no-save', '--no-audit', '--prefix', CACHE, ...XSTATE], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  try {
    const { resolve } = createRequire(join(CACHE, 'index.js'));
    const load = async (name: string) =>
      (await import(pathToFileURL(resolve(name)).href)) as Readonly<Record<string, Callable>>;
    const [core, paths] = [await load('xstate'), await load('@xstate/graph')];
    const version = (name: string) =>
      (
        JSON.parse(readFileSync(join(CACHE, 'node_modules', name, 'package.json'), 'utf8')) as {
          version: string;
        }
      ).version;
    return {
      versions: { xstate: version('xstate'), '@xstate/graph': version('@xstate/graph') },
      machineOf: (wizard) => core['createMachine']?.(machineConfig(wizard)),
      countPaths: (machine) => countEnds(paths['getSimplePaths']?.(machine)),
    };
  } catch (thrown) {
    console.warn(`XState is left out: ${thrown instanceof Error ? thrown.message : thrown}`);
    return null;
  }
}

type Callable = (...given: readonly unknown[]) => unknown;

/** The tree as XState would have it: a state for each answer given so far. */
function machineConfig(wizard: Wizard) {
  const states: Record<string, { on: Record<string, string> }> = { root: { on: {} } };
  for (const { answers } of plainWays(wizard)) {
    let at = 'root';
    for (const [id, answer] of Object.entries(answers)) {
      const event = `${id}-${answer}`;
      const next = `${at}/${event}`;
      states[at] ??= { on: {} };
      states[next] ??= { on: {} };
      (states[at] as { on: Record<string, string> }).on[event] = next.replaceAll('.', '_');
      at = next;
    }
  }
  return { id: 'tree', initial: 'root', states };
}

/** Paths that end where no answer leads on. */
function countEnds(paths: unknown): number {
  const list = paths as readonly {
    readonly state: {
      readonly value: string;
      readonly machine: {
        readonly states: Readonly<
          Record<string, { readonly transitions: ReadonlyMap<string, unknown> }>
        >;
      };
    };
  }[];
  return list.filter(({ state }) => !state.machine.states[state.value]?.transitions.size).length;
}
