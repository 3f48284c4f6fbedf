import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOUND } from './checks.fixtures.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/wizards.ts');

function run(...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...given], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

// each run starts a Node of its own, which is slow on a busy machine
describe('node scripts/wizards.ts', { timeout: 60_000 }, () => {
  test('exits with 1 and prints file, line and hint when there are faults', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'wizards-')), 'prov.yaml');
    writeFileSync(file, SOUND.replace('outcome: vanta', 'outcome: vnta'));
    const { status, stdout } = run('check', file);
    expect(status).toBe(1);
    expect(stdout).toMatch(/prov\.yaml:\d+ rule "r-resten" leads to "vnta".*\nHint: Did you mean/);
    const json: unknown = JSON.parse(run('check', file, '--json').stdout);
    expect(json).toContainEqual(expect.objectContaining({ check: 'unknown-id', line: 67 }));
  });

  test('exits with 2 and says how when it is used wrongly', () => {
    expect(run('chek')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') });
    expect(run('check', 'no-such-file.yaml').status).toBe(2);
    expect(run('check', '--no-such-option').status).toBe(2);
  });
});
