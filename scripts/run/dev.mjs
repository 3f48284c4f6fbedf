import { runTool } from './steps.mjs';

/** The site while writing: shows a change as it is saved. */
export async function run(rest) {
  const { status } = await runTool('astro/bin/astro.mjs', ['dev', ...rest]);
  return status;
}
