import { afterEach, expect, test, vi } from 'vitest';
import { encodeAnswers } from '../engine/encode.ts';
import { evaluate } from '../engine/evaluate.ts';
import { damageText } from '../engine/fuzz.fixtures.ts';
import { seeded } from '../engine/random.fixtures.ts';
import { openLink } from '../engine/versions/migrate.ts';
import { login } from '../engine/wizards.fixtures.ts';
import { loadAnswers, saveAnswers } from './saved-answers.ts';

const kept = new Map<string, string>();

function useStorage(): void {
  vi.stubGlobal('location', { protocol: 'https:' });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
}

afterEach(() => vi.unstubAllGlobals());

const answers = { grupp: 'gy', elever: 1800, enheter: ['egna', 'skolans'], hantering: 'nej' };
const none = { versions: [], migrations: [] };

test('what was saved is given back with its version and day', () => {
  useStorage();
  expect(saveAnswers(login, answers, '2026-11-24')).toBe('saved');
  expect(loadAnswers(login)).toEqual({
    state: 'saved',
    answers: encodeAnswers(login, answers),
    day: '2026-11-24',
  });
});

test('10,000 damaged stored values are answers or called damaged, never an exception', () => {
  useStorage();
  saveAnswers(login, answers, '2026-11-24');
  const [[key = '', sound = ''] = []] = [...kept];
  const random = seeded(5);
  const seen = { saved: 0, damaged: 0, none: 0 };
  for (let round = 0; round < 10_000; round++) {
    kept.set(key, damageText(sound, random));
    const saved = loadAnswers(login);
    seen[saved.state]++;
    if (saved.state !== 'saved') continue;
    const { position, decision } = evaluate(login, openLink(login, none, saved.answers).answers);
    expect([position.rejected.length, position.current === null]).toEqual([0, decision !== null]);
  }
  expect(seen.saved).toBeGreaterThan(100);
  expect(seen.damaged).toBeGreaterThan(100);
  expect(seen.none).toBe(0);
});
