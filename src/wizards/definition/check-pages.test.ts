import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWizard } from '../engine/check/check-wizard.ts';
import { CHECK_NAMES } from '../engine/check/names.ts';
import { options, question, wizardOf } from '../engine/wizards.fixtures.ts';
import {
  CONTEXT,
  damaged,
  FAULTS,
  LARGE,
  SHAPE_FAULTS,
  TEXT_FAULTS,
  VERSION_FAULTS,
  versionContext,
} from './checks.fixtures.ts';
import { formatFinding, readDefinition } from './read-definition.ts';

const PAGES = join(import.meta.dirname, '../../../docs/checks');

const read = (text: string, context = CONTEXT) =>
  readDefinition(text, 'prov.yaml', context).findings;

/** Forms that the schema takes first, where a definition is not made from a file. */
const unshaped = wizardOf({
  questions: [question({ id: 'Fel Form', code: 'för', options: options('a', 'b') })],
});

describe('every check', { timeout: 60_000 }, () => {
  test('has a fixture', () => {
    const found = [
      ...[...FAULTS, ...SHAPE_FAULTS].flatMap((fault) => read(damaged(fault))),
      ...TEXT_FAULTS.flatMap(([, text]) => read(text)),
      ...VERSION_FAULTS.flatMap((fault) => read(damaged(fault), versionContext())),
      ...read(LARGE),
      ...checkWizard(unshaped, CONTEXT),
    ].map(({ check }) => check);
    expect([...CHECK_NAMES].filter((name) => !found.includes(name))).toEqual([]);
    expect(
      [...new Set(found)].filter((name) => !CHECK_NAMES.some((known) => known === name)),
    ).toEqual([]);
  });

  test.each(CHECK_NAMES)('%s has a page with a bad and a mended example', (name) => {
    const page = readFileSync(join(PAGES, `${name}.md`), 'utf8');
    expect(page).toMatch(
      /^# .+\n\n`[a-z-]+` · .+\n\n[\s\S]+## Så blir det fel\n\n```yaml\n[\s\S]+## Så blir det rätt\n\n```yaml\n/,
    );
    expect(page).toContain(`\`${name}\``);
    expect(readFileSync(join(PAGES, 'README.md'), 'utf8')).toContain(`](${name}.md)`);
  });

  test('and no page is about a check that is gone', () => {
    const pages = readdirSync(PAGES).map((file) => file.replace('.md', ''));
    expect(pages.filter((name) => name !== 'README').sort()).toEqual([...CHECK_NAMES].sort());
  });
});

describe('published versions', () => {
  test('nothing is found in the version that was archived', () => {
    expect(read(damaged(['nothing']), versionContext())).toEqual([]);
  });

  test.each(VERSION_FAULTS.map((fault) => [fault[0], fault] as const))(
    'finds %s',
    (_name, fault) => {
      const findings = read(damaged(fault), versionContext()).filter(
        ({ check }) => !check.startsWith('persona'),
      );
      expect(findings.map(formatFinding).join('\n\n')).toMatchSnapshot();
    },
  );
});
