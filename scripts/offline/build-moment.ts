import { spawnSync } from 'node:child_process';

/** What `SOURCE_DATE_EPOCH` must be for a build that gives these bytes again: the day of this build. */
export function buildMoment(): number {
  const fixed = process.env['SOURCE_DATE_EPOCH'];
  if (fixed !== undefined) return Number(fixed);
  return Date.parse(new Date().toISOString().slice(0, 10)) / 1000;
}

/** The commit, `+` behind it when files differ from it; `null` outside a clone. */
export function gitCommit(folder: string): string | null {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout?.trim() ?? '';
  const commit = git('rev-parse', 'HEAD');
  if (commit === '') return null;
  return git('status', '--porcelain') === '' ? commit : `${commit}+`;
}
