// The one door to everything: `npm start`, `npm test`, `npm run dev`, `npm run build`.
// Runs on the Node the machine has (20 or newer) and needs nothing installed. See decisions/0001.
import { ensureDependencies } from './run/dependencies.mjs';
import { ensureNode } from './run/node.mjs';
import { fail } from './run/say.mjs';

const commands = {
  start: () => import('./run/start.mjs'),
  test: () => import('./run/test.mjs'),
  dev: () => import('./run/dev.mjs'),
  build: () => import('./run/build.mjs'),
  offline: () => import('./run/offline.mjs'),
  'test:engines': () => import('./run/engines.mjs'),
  'test:a11y': () => import('./run/a11y.mjs'),
  hosting: () => import('./run/hosting.mjs'),
  'test:hosting': () => import('./run/test-hosting.mjs'),
  'test:long': () => import('./run/long.mjs'),
  exec: () => import('./run/exec.mjs'),
};

const [name, ...rest] = process.argv.slice(2);
const load = commands[name];
if (!load)
  fail(`"${name ?? ''}" is no command.`, `Use one of: ${Object.keys(commands).join(', ')}.`);

ensureNode();
ensureDependencies();
const { run } = await load();
process.exitCode = await run(rest);
