import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const base = mkdtempSync(join(tmpdir(), 'repeat-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

interface Machine {
  readonly folder: string;
  readonly umask: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Two that differ in everything a build should not care about. */
const machines: readonly [Machine, Machine] = [
  { folder: 'a', umask: '022', env: { TZ: 'UTC', LC_ALL: 'C' } },
  {
    folder: 'ett/mycket langre/namn pa mappen/skoldigistod',
    umask: '077',
    env: { TZ: 'Pacific/Auckland', LC_ALL: 'sv_SE.UTF-8', LANG: 'sv_SE.UTF-8', HOME: base },
  },
];

/** The project as it stands, with a copy of its packages, in another folder. */
function copyProject(folder: string): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  const packages = [join(root, 'node_modules'), join(folder, 'node_modules')];
  // Links are quick but need one file system.
  if (spawnSync('cp', ['-al', ...packages]).status !== 0) {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    execFileSync('cp', ['-a', ...packages]);
  }
}

/** Builds there. @returns File → SHA-256. */
function build({ folder, umask, env }: Machine): Record<string, string> {
  const place = join(base, folder);
  copyProject(place);
  const command = `umask ${umask} && exec "${process.execPath}" node_modules/astro/bin/astro.mjs build --force`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, SOURCE_DATE_EPOCH: '1795392000', ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const dist = join(place, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.slice(dist.length + 1),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

test('two builds in other folders, time zones, languages and masks give the same bytes', () => {
  const first = build(machines[0]);
  const second = build(machines[1]);
  expect(Object.keys(first).length).toBeGreaterThan(100);
  expect(Object.keys(first).some((file) => file.endsWith('.zip'))).toBe(true);
  expect(second).toEqual(first);
});
