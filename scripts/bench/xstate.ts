import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plainWays } from '../../src/wizards/engine/plain.fixtures.ts';
import type { Wizard } from '../../src/wizards/engine/types.ts';

const CACHE = join(import.meta.dirname, '../../.cache/bench');
const XSTATE = ['xstate@5.33.3', '@xstate/graph@3.0.4'];

/** XState with what is needed of it here. */
export interface Xstate {
  readonly versions: Readonly<Record<string, string>>;
  readonly machineOf: (wizard: Wizard) => unknown;
  readonly countPaths: (machine: unknown) => number;
}

/** XState is compared with and not depended on: it is fetched into `.cache/` the first time. */
export async function loadXstate(): Promise<Xstate | null> {
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
