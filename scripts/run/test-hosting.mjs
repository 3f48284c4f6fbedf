import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureServers } from './browser.mjs';
import { run as build } from './build.mjs';
import { npm, root } from './node.mjs';
import { say } from './say.mjs';
import { runTool } from './steps.mjs';

/** Scanners of others: installed when asked for, in versions that are stated, outside the project's packages. */
const scanners = [
  '@mdn/mdn-http-observatory@1.4.8',
  'csp_evaluator@1.1.8',
  '@netlify/headers-parser@10.1.1',
];

function ensureScanners() {
  const folder = join(root, '.cache/scanners');
  if (existsSync(join(folder, 'node_modules/@mdn/mdn-http-observatory'))) return;
  say('Installing the scanners (once)');
  mkdirSync(folder, { recursive: true });
  npm([
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--omit=optional',
    '--loglevel=error',
    ...scanners,
  ]);
  // It would fetch the browsers' list of hosts that are always encrypted; a local host is in no list.
  const lists = join(folder, 'node_modules/@mdn/mdn-http-observatory/conf');
  mkdirSync(lists, { recursive: true });
  writeFileSync(join(lists, 'hsts-preload.json'), '{}');
}

/** The shipped configurations in nginx and Caddy, and two scanners of others on what they serve. */
export async function run(rest) {
  const status = await build();
  if (status !== 0) return status;
  const env = { CHROME_PATH: await ensureBrowser() };
  ensureServers();
  ensureScanners();
  say('Tests of the configurations for hosts');
  return (await runTool('vitest/vitest.mjs', ['run', '--project', 'hosting', ...rest], { env }))
    .status;
}
