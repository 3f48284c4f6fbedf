import { say } from './say.mjs';
import { runTool } from './steps.mjs';

/** What takes minutes: repeatable builds. */
export async function run(rest) {
  say('Long tests');
  return (await runTool('vitest/vitest.mjs', ['run', '--project', 'long', ...rest])).status;
}
