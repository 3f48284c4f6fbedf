import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildMoment } from './build-moment.ts';

interface Sbom {
  serialNumber?: string;
  metadata: { timestamp?: string };
  components: unknown[];
}

/**
 * Every package of the lock file as a CycloneDX list, by npm itself. Number and time follow from the
 * lock file and the build's day, so that two releases of one commit are the same.
 *
 * @throws Error when npm gives no list.
 */
export function billOfMaterials(root: string): string {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { stdout, stderr } = spawnSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64_000_000,
  });
  if (!stdout?.startsWith('{')) throw new Error(`npm sbom gave no list: ${stderr}`);
  const sbom = JSON.parse(stdout) as Sbom;
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const id = lock
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5');
  sbom.serialNumber = `urn:uuid:${id}`;
  sbom.metadata.timestamp = new Date(buildMoment() * 1000).toISOString();
  return `${JSON.stringify(sbom, null, 2)}\n`;
}
