import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../engine/evaluate.ts';
import { archiveLogic } from '../engine/versions/logic.ts';
import { openLink } from '../engine/versions/migrate.ts';
import { readArchives, readContext } from './read-context.ts';
import { readDefinition } from './read-definition.ts';
import { writeArchive } from './write-archive.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'src/wizards/definitions');
const archives = readArchives(join(FOLDER, 'archive'));
const context = readContext(ROOT, '2026-11-23');
const guides = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({
    file,
    ...readDefinition(readFileSync(join(FOLDER, file), 'utf8'), file, context),
  }));

describe.each(guides)('$file', ({ wizard, migrations }) => {
  const archive = archives.get(wizard?.id ?? '');

  test('is archived; else run npm run wizards -- archive', () => {
    expect(archive?.versions.map(({ version }) => version)).toContain(wizard?.version);
  });

  test('is archived with what decides; else run npm run wizards -- archive', () => {
    const kept = archive?.versions.find(({ version }) => version === wizard?.version)?.logic;
    // texts may be mended without a new version
    const decisive = (logic: unknown) =>
      JSON.stringify(logic, (key, value) =>
        ['ask', 'title', 'label'].includes(key) ? undefined : value,
      );
    if (kept && wizard) expect(decisive(kept)).toBe(decisive(archiveLogic(wizard)));
  });

  test('opens every published link, and comes to a result or says what to answer again', () => {
    if (!wizard || !archive) return;
    for (const { version, links } of archive.versions) {
      expect(links.length).toBeGreaterThan(0);
      for (const { link, outcomes } of links) {
        const { answers, problems, notes } = openLink(wizard, { ...archive, migrations }, link);
        const { decision } = evaluate(wizard, answers);
        expect([link, problems]).toEqual([link, []]);
        if (version === wizard.version)
          expect([link, decision?.outcomes.map(({ id }) => id)]).toEqual([link, outcomes]);
        else if (!decision) expect(notes.length).toBeGreaterThan(0);
      }
    }
  });

  test('has an archive that is written as the command writes it', () => {
    if (!archive) return;
    const text = readFileSync(join(FOLDER, 'archive', `${archive.id}.yaml`), 'utf8');
    expect(writeArchive(archive)).toBe(text);
  });
});
