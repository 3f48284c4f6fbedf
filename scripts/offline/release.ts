/**
 * Lays in `release/` what the built site offers to take home, and what only a release has:
 * the Kiwix file, the list of materials, the licences of others, hashes and how to repeat the build.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';
import { buildMoment, gitCommit } from './build-moment.ts';
import { unpackArchive } from './unpack-archive.ts';
import { writeZim } from './zim.ts';

const root = join(import.meta.dirname, '../..');
const release = join(root, 'release');
const downloads = join(root, 'dist/ladda-ner');

function releaseFiles(): string[] {
  return readdirSync(release, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(release, name)).isFile())
    .sort();
}

function main(): void {
  rmSync(release, { recursive: true, force: true });
  mkdirSync(join(release, 'guider'), { recursive: true });
  const archive = readdirSync(downloads).find((name) => name.endsWith('.zip'));
  if (!archive) throw new Error('dist/ladda-ner/ has no archive. Hint: npm run build');
  copyFileSync(join(downloads, archive), join(release, archive));
  for (const guide of readdirSync(join(downloads, 'guider'))) {
    copyFileSync(join(downloads, 'guider', guide), join(release, 'guider', guide));
  }
  const scratch = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const folder = unpackArchive(join(release, archive), scratch);
    copyFileSync(join(folder, 'LICENSE-others.txt'), join(release, 'LICENSE-others.txt'));
    writeZim(folder, join(release, archive.replace(/\.zip$/, '.zim')));
  } finally {
    rmSync(scratch, { recursive: true });
  }
  writeFileSync(join(release, 'sbom.cdx.json'), billOfMaterials(root));
  const repeat = {
    commit: gitCommit(root),
    SOURCE_DATE_EPOCH: buildMoment(),
    node: process.version,
  };
  writeFileSync(join(release, 'build.json'), `${JSON.stringify(repeat, null, 2)}\n`);
  const sums = releaseFiles().map((name) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(release, name)))
      .digest('hex');
    return `${hash}  ${name}\n`;
  });
  writeFileSync(join(release, 'SHA256SUMS'), sums.join(''));
  for (const name of releaseFiles()) {
    console.log(`${String(statSync(join(release, name)).size).padStart(9)}  release/${name}`);
  }
}

main();
