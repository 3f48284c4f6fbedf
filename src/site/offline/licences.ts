import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What others wrote and readers get: parts of it stand in the scripts and the search of the site. */
const shipped = [
  'd3-dsv',
  'docx',
  'fastest-levenshtein',
  'fflate',
  'ical-generator',
  'nanoid',
  'nanostores',
  'pagefind',
  'preact',
  'uqr',
];

/**
 * Name, version and licence text of everything by others that is in the published files.
 *
 * @throws Error when a package has no licence file, so that none is forgotten.
 */
export function thirdPartyLicences(): string {
  const texts = shipped.map((name) => {
    const folder = join('node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
      license: string;
    };
    return `${name} ${version} (${license})\n\n${licenceText(folder)}`;
  });
  return `${texts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** Pagefind has a folder of licences where others have a file. */
function licenceText(folder: string): string {
  const entry = readdirSync(folder, { withFileTypes: true }).find(({ name }) =>
    /^licen[cs]e/i.test(name),
  );
  if (!entry) throw new Error(`${folder} has no licence file.`);
  const path = join(folder, entry.name);
  const files = entry.isDirectory() ? readdirSync(path).sort() : [''];
  return files.map((file) => readFileSync(join(path, file), 'utf8').trim()).join('\n\n');
}
