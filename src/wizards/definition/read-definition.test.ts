import { describe, expect, test } from 'vitest';
import { deepFreeze } from '../engine/wizards.fixtures.ts';
import {
  CONTEXT,
  damaged,
  FAULTS,
  type FaultCase,
  SHAPE_FAULTS,
  SOUND,
  TEXT_FAULTS,
} from './checks.fixtures.ts';
import { formatFinding, readDefinition } from './read-definition.ts';

const read = (text: string) => readDefinition(text, 'prov.yaml', deepFreeze(CONTEXT));
const messages = (text: string) => read(text).findings.map(formatFinding).join('\n\n');

const named = (cases: readonly FaultCase[]) => cases.map((fault) => [fault[0], fault] as const);

describe('readDefinition', { timeout: 60_000 }, () => {
  test('finds nothing in a sound definition', () => {
    expect(messages(SOUND)).toBe('');
    expect(read(SOUND).wizard?.questions.map(({ kind }) => kind)).toEqual([
      'single',
      'number',
      'multiple',
      'single',
    ]);
  });

  test('takes a byte order mark, Windows line ends and a comment for editors', () => {
    const text = `\ufeff# yaml-language-server: $schema=./schema.json\n${SOUND}`;
    expect(messages(text.replaceAll('\n', '\r\n'))).toBe('');
  });

  test('reports every fault at once, in order of lines', () => {
    const changes = FAULTS.filter(([name]) => /role|source that|page/.test(name));
    const text = changes.reduce(
      (all, [, ...list]) => list.reduce((part, [from, to]) => part.replace(from, to), all),
      SOUND,
    );
    const lines = read(text).findings.map(({ line }) => line);
    expect(lines.length).toBeGreaterThanOrEqual(changes.length);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  test.each(named(FAULTS))('finds %s', (_name, fault) => {
    expect(messages(damaged(fault))).toMatchSnapshot();
    expect(read(damaged(fault)).findings).not.toEqual([]);
  });

  test.each(named(SHAPE_FAULTS))('finds the wrong shape of %s', (_name, fault) => {
    expect(messages(damaged(fault))).toMatchSnapshot();
    expect(read(damaged(fault)).wizard).toBeNull();
  });

  test.each(TEXT_FAULTS)('finds %s, with a line and without a crash', (_name, text) => {
    expect(messages(text)).toMatchSnapshot();
    expect(read(text).wizard).toBeNull();
    expect(read(text).findings).not.toEqual([]);
  });

  test('cut at any place, a definition has findings and never a crash', () => {
    for (let end = 0; end < SOUND.length - 200; end += 37)
      expect(read(SOUND.slice(0, end)).findings).not.toEqual([]);
  });
});
