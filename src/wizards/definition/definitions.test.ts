import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../engine/evaluate.ts';
import { definitionJsonSchema } from './json-schema.ts';
import { readContext } from './read-context.ts';
import { formatFinding, readDefinition } from './read-definition.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'src/wizards/definitions');
// the review dates are the business of `npm run check`: a test must not fail because time passes
const context = readContext(ROOT, new Date().toISOString().slice(0, 10));
const definitions = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({
    file,
    ...readDefinition(readFileSync(join(FOLDER, file), 'utf8'), file, context),
  }));

test('schema.json is up to date; else run node scripts/wizards.ts schema', () => {
  expect(readFileSync(join(FOLDER, 'schema.json'), 'utf8')).toBe(definitionJsonSchema());
});

describe.each(definitions)('$file', ({ wizard, findings }) => {
  test('is sound', () => {
    const errors = findings.filter(
      ({ severity, check }) => severity === 'error' && check !== 'review-passed',
    );
    expect(errors.map(formatFinding).join('\n\n')).toBe('');
  });

  test.each([...(wizard?.personas ?? [])])('persona $id comes out as it says', (persona) => {
    if (!wizard) return;
    const { decision, advice, remaining } = evaluate(wizard, persona.answers);
    expect(decision?.outcomes.map(({ id }) => id)).toEqual(persona.outcomes);
    expect(advice.map(({ id }) => id)).toEqual(persona.advice);
    expect(remaining).toEqual({ min: 0, max: 0 });
  });
});
