import { run as build } from './build.mjs';
import { say } from './say.mjs';
import { runProgram } from './steps.mjs';

/** Builds the site and lays everything that can be taken home in `release/`. */
export async function run(rest) {
  const status = await build();
  if (status !== 0) return status;
  say('Laying the release');
  return (await runProgram(process.execPath, ['scripts/offline/release.ts', ...rest])).status;
}
