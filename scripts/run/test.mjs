import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureFirefox } from './browser.mjs';
import { run as build } from './build.mjs';
import { root } from './node.mjs';
import { say } from './say.mjs';
import { runProgram, runTool } from './steps.mjs';

/**
 * Everything that must hold, in the order that finds faults soonest. The last line printed is
 * `N passed, N failed`: each check counts as one, and each test of the two suites.
 */
export async function run() {
  const total = { passed: 0, failed: 0 };
  const add = (passed, failed) => {
    total.passed += passed;
    total.failed += failed;
  };
  const check = async (title, remedy, work) => {
    say(title);
    const status = await work();
    add(status === 0 ? 1 : 0, status === 0 ? 0 : 1);
    if (status !== 0) console.error(`✗ ${title} failed. ${remedy}`);
    return status === 0;
  };

  await check('Lint and format', 'Run "npm run fix" to mend what can be mended by itself.', () =>
    tool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings']),
  );
  await check('Wizard definitions', 'Mend what is listed above.', () =>
    node('scripts/wizards.ts', ['check']),
  );
  await check('Language', 'Mend the texts, or add the words that are right.', () =>
    node('scripts/content.ts', ['check']),
  );
  const isBuilt = await check('Build and content', 'Mend what is listed above.', build);
  await check('Types', 'Mend what is listed above.', types);
  add(...(await suite('Unit tests', 'unit')));
  if (isBuilt) {
    const browser = await ensureBrowser();
    const browsers = { CHROME_PATH: browser, FIREFOX_PATH: ensureFirefox() };
    add(...(await suite('Tests of the built site', 'site', browsers)));
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

async function tool(script, args) {
  return (await runTool(script, args)).status;
}

async function node(script, args) {
  return (await runProgram(process.execPath, [script, ...args])).status;
}

async function types() {
  const typescript = await tool('typescript/bin/tsc', ['--noEmit']);
  const astro = await tool('astro/bin/astro.mjs', ['check', '--minimumFailingSeverity', 'warning']);
  return typescript || astro;
}

/** Runs one vitest project. A suite that ran nothing, or died, counts as one failure. */
async function suite(title, project, env = {}) {
  say(title);
  const report = join(root, `.cache/${project}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = await runTool(
    'vitest/vitest.mjs',
    ['run', '--project', project, ...reporters],
    { env },
  );
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    const hasDied = status !== 0 && numFailedTests === 0;
    return [numPassedTests, numFailedTests + (hasDied || numPassedTests === 0 ? 1 : 0)];
  } catch {
    return [0, 1];
  }
}
