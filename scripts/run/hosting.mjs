import { run as build } from './build.mjs';
import { say } from './say.mjs';
import { runProgram } from './steps.mjs';

/** Builds the site and lays it for hosts in `release/hosting/`. See docs/hosting.md. */
export async function run(rest) {
  const status = await build();
  if (status !== 0) return status;
  say('Laying the site for hosts');
  return (await runProgram(process.execPath, ['scripts/hosting.ts', ...rest])).status;
}
