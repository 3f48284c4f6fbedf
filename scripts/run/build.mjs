import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node.mjs';
import { say } from './say.mjs';
import { runTool } from './steps.mjs';

const stamp = join(root, '.cache/built-from');
const inputs = [
  'src',
  'public',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  'LICENSE',
];

/** Builds the site, unless `dist/` already is what these sources give today. */
export async function run() {
  const wanted = fingerprint();
  const isBuilt = existsSync(join(root, 'dist/index.html')) && existsSync(stamp);
  if (isBuilt && readFileSync(stamp, 'utf8') === wanted) return 0;
  say('Building the site');
  rmSync(stamp, { force: true });
  // --force: a page kept from an earlier build would show old facts, or nothing after a failed one.
  const { status, printed } = await runTool('astro/bin/astro.mjs', ['build', '--force'], {
    quiet: true,
  });
  if (status !== 0) {
    console.error(readable(printed));
    console.error('\n✗ The build stopped. Mend what is listed above and run the command again.');
    return 1;
  }
  console.log(printed.match(/\d+ pages finished in \d+ ms/)?.[0] ?? 'done');
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
  return 0;
}

/** Faults without the stack and the list of pages that went well. */
function readable(printed) {
  return printed
    .split('\n')
    .filter((line) => !/^\s+at |├─|^\s*$|npm warn/.test(line))
    .join('\n');
}

/** The day counts too: a page says when a review date has passed. */
function fingerprint() {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  hash.update(
    JSON.stringify([
      process.version,
      process.env.SITE_URL,
      process.env.SOURCE_DATE_EPOCH,
      process.env.OFFLINE_COPY,
      process.env.FEEDBACK_MAIL,
      process.env.FEEDBACK_URL,
    ]),
  );
  for (const file of inputs.flatMap(filesUnder).sort()) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  try {
    return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  } catch {
    return [path];
  }
}
