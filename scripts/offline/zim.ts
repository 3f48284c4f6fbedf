import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import sv from '../../src/content/i18n/sv.json' with { type: 'json' };

const icon = join(import.meta.dirname, 'icon-48.png');

/**
 * The folder as a file for Kiwix, when the tool for it is on the machine; otherwise says that there
 * is none.
 *
 * @param folder The unpacked folder; an icon is laid in it.
 * @throws Error when the tool or its check fails.
 */
export function writeZim(folder: string, file: string): void {
  const isHere = spawnSync('zimwriterfs', ['--version']).error === undefined;
  if (!isHere) {
    console.warn(
      '⚠ zimwriterfs is not on this machine: NO KIWIX FILE is made. On Debian: apt-get install zim-tools',
    );
    return;
  }
  copyFileSync(icon, join(folder, 'icon-48.png'));
  const name = sv['site.name'];
  run('zimwriterfs', [
    ...['--welcome', 'index.html', '--illustration', 'icon-48.png', '--language', 'swe'],
    ...['--name', 'skoldigistod_sv', '--title', name, '--description', sv['site.tagline']],
    ...['--creator', name, '--publisher', name],
    ...[folder, file],
  ]);
  if (spawnSync('zimcheck', ['--version']).error === undefined) run('zimcheck', [file]);
}

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}\n${stderr}`);
}
