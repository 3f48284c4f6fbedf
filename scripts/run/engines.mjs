import { ensureBrowser, ensureWebKit } from './browser.mjs';
import { run as build } from './build.mjs';
import { say } from './say.mjs';
import { runProgram, runTool } from './steps.mjs';

/** The folder to download, tried in WebKitGTK. Installs what it needs where that may be done. */
export async function run(rest) {
  const status = await build();
  if (status !== 0) return status;
  const env = { CHROME_PATH: await ensureBrowser(), ...ensureWebKit() };
  const args = ['run', '--project', 'engines', ...rest];
  say('Tests of the unpacked folder in WebKitGTK');
  if (process.env.DISPLAY) return (await runTool('vitest/vitest.mjs', args, { env })).status;
  const screen = ['-a', process.execPath, 'node_modules/vitest/vitest.mjs', ...args];
  return (await runProgram('xvfb-run', screen, { env })).status;
}
