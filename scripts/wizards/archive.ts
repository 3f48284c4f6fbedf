import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchives } from '../../src/wizards/definition/read-context.ts';
import { addToArchive, writeArchive } from '../../src/wizards/definition/write-archive.ts';
import { DEFINITIONS, type Options, readFiles } from './files.ts';

/** Faults that the archive itself is the remedy for. */
const OWN = ['link-changed'];

/** Keep codes and links of the current version of each definition. Only of sound ones. */
export function archive(given: readonly string[], options: Options): 0 | 1 {
  const folder = join(DEFINITIONS, 'archive');
  mkdirSync(folder, { recursive: true });
  const archives = readArchives(folder);
  let isFailed = false;
  for (const { file, wizard, findings } of readFiles(given, options)) {
    const faults = findings.filter(
      ({ severity, check }) => severity === 'error' && !OWN.includes(check),
    );
    if (!wizard || faults.length) {
      console.error(`${file} has faults. Run \`npm run wizards -- check ${file}\` first.`);
      isFailed = true;
      continue;
    }
    const added = addToArchive(archives.get(wizard.id), wizard);
    writeFileSync(join(folder, `${wizard.id}.yaml`), writeArchive(added));
    const links = added.versions.at(-1)?.links.length;
    console.log(`${wizard.id}: version ${wizard.version}, ${links} links.`);
  }
  return isFailed ? 1 : 0;
}
