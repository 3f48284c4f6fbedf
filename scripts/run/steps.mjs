import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './node.mjs';

const environment = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };

/** Runs a program of `node_modules` (its script file) on this Node. Resolves to its exit status. */
export function runTool(script, args, options = {}) {
  return runProgram(process.execPath, [join(root, 'node_modules', script), ...args], options);
}

/** Runs a program and lets it print. Resolves to its exit status. */
export function runProgram(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let printed = '';
    child.stdout?.on('data', (chunk) => (printed += chunk));
    child.stderr?.on('data', (chunk) => (printed += chunk));
    child.on('error', (error) => resolve({ status: 1, printed: String(error) }));
    child.on('close', (status) => resolve({ status: status ?? 1, printed }));
  });
}
