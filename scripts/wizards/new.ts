import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { DEFINITIONS, type Options, UsageError } from './files.ts';

/** Write a commented definition to start from. It passes the check as it stands. */
export function startNew([id, folder]: readonly string[], { today }: Options): 0 {
  if (!id || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new UsageError('Give the guide an id of a–z, 0–9 and single dashes.');
  const file = join(folder ? resolve(folder) : DEFINITIONS, `${id}.yaml`);
  if (existsSync(file)) throw new UsageError(`${file} is there already.`);
  const later = new Date(Date.parse(today) + 182 * 86_400_000).toISOString().slice(0, 10);
  const start = readFileSync(join(import.meta.dirname, 'start.yaml'), 'utf8');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    start.replaceAll('NEW-ID', id).replaceAll('TODAY', today).replaceAll('LATER', later),
  );
  const shown = relative(process.cwd(), file);
  console.log(`${shown} is written. Change it, and run \`npm run wizards -- check ${shown}\`.`);
  return 0;
}
