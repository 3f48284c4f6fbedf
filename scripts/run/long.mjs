import { ensureBrowser, ensureFirefox } from './browser.mjs';
import { run as build } from './build.mjs';
import { say } from './say.mjs';
import { runTool } from './steps.mjs';

/** What takes minutes: repeatable builds, every page from disk. */
export async function run(rest) {
  const status = await build();
  if (status !== 0) return status;
  const env = { CHROME_PATH: await ensureBrowser(), FIREFOX_PATH: ensureFirefox() };
  say('Long tests');
  return (await runTool('vitest/vitest.mjs', ['run', '--project', 'long', ...rest], { env }))
    .status;
}
