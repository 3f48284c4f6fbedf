import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

  const sound = () => {
    const file = join(mkdtempSync(join(tmpdir(), 'wizards-')), 'prov.yaml');
    writeFileSync(
      file,
      SOUND.replaceAll('[kalla]', '[egen-bedomning]')
        .replaceAll('source: kalla', 'source: egen-bedomning')
        .replaceAll('[[laget]]', 'x')
        .replace('state: [laget]\n', ''),
    );
    return file;
  };

  test('proves a definition outside the project, and a folder of them', () => {
    const file = sound();
    const { status, stdout } = run('prove', dirname(file), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'prov', questions: 4, ways: '60000', shortest: 3, longest: 4, unanswered: '0' },
    ]);
  });

  test('explains an answer, lists ways and draws the graph', () => {
    const file = sound();
    const explained: unknown = JSON.parse(
      run('explain', file, '--answers', 'g=b&n=2000&e=a&a1=n', '--json').stdout,
    );
    expect(explained).toMatchObject({
      outcomes: ['konto'],
      changes: [
        { outcome: 'enkel', sets: [{ changes: [{ question: 'grupp' }] }] },
        { outcome: 'vanta', sets: expect.anything() },
      ],
    });
    const listed = JSON.parse(run('paths', file, '--outcome', 'konto', '--json').stdout) as {
      listed: unknown[];
      total: string;
    };
    expect(listed.total).toBe('21006');
    expect(run('graph', file).stdout).toContain('f-3: = enkel');
    expect(run('graph', file, '--dot').stdout).toMatch(/^digraph "prov" \{[\s\S]*label="f-3"/);
  });

  test('says what a new version changes', () => {
    const [old, now] = [sound(), sound()];
    writeFileSync(now, readFileSync(now, 'utf8').replace('from: 1500', 'from: 2000'));
    const compared: unknown = JSON.parse(run('impact', old, now, '--json').stdout);
    expect(compared).toMatchObject({
      changed: '3000',
      changes: [{ from: ['konto'], to: ['vanta'], when: expect.stringContaining('from: 1500') }],
    });
  });

  test('writes a definition to start from that has no fault', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wizards-'));
    expect(run('new', 'min-guide', folder).status).toBe(0);
    expect(run('check', folder)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0 errors, 0 warnings'),
    });
    expect(run('new', 'min-guide', folder).status).toBe(2);
    expect(run('new', 'Min guide', folder).status).toBe(2);
  });
});
