import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.mjs';
import { run as build } from './build.mjs';
import { fail, say } from './say.mjs';
import { runTool } from './steps.mjs';

/** Everything about accessibility: two checkers in every state, the Nu HTML Checker, keyboard, names. */
export async function run(rest) {
  if (spawnSync('java', ['-version']).status !== 0) {
    fail(
      'The Nu HTML Checker needs Java.',
      'Install Java 11 or newer, for example with "apt-get install default-jre-headless".',
    );
  }
  const status = await build();
  if (status !== 0) return status;
  const env = { CHROME_PATH: await ensureBrowser() };
  say('Accessibility tests');
  return (await runTool('vitest/vitest.mjs', ['run', '--project', 'a11y', ...rest], { env }))
    .status;
}
