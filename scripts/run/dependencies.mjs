import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './node.mjs';
import { fail, say } from './say.mjs';

const stamp = join(root, 'node_modules/.installed-from');
const lock = join(root, 'package-lock.json');

/**
 * Installs what the lock file says, if that is not what is installed already.
 * `npm install` and not `npm ci`: see decisions/0001-one-command.md.
 */
export function ensureDependencies() {
  const before = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === before) return;
  say('Installing packages');
  const result = npm(['install', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status !== 0) {
    fail(
      'Installing the packages failed.',
      'Check the network, delete node_modules and run the command again.',
    );
  }
  if (fingerprint() !== before) {
    fail(
      'The install changed package.json or package-lock.json.',
      'Look at the change with "git diff" and commit or undo it.',
    );
  }
  writeFileSync(stamp, before);
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(lock));
  return hash
    .update(readFileSync(join(root, 'package.json')))
    .update(process.version)
    .digest('hex');
}
