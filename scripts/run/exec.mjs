import { runProgram } from './steps.mjs';

/** Runs a script of the project on the right Node: `exec scripts/wizards.ts check`. */
export async function run(rest) {
  const { status } = await runProgram(process.execPath, rest);
  return status;
}
