import { expect, test } from 'vitest';
import { encodeAnswers } from '../engine/encode.ts';
import { evaluate } from '../engine/evaluate.ts';
import { damageText } from '../engine/fuzz.fixtures.ts';
import { seeded } from '../engine/random.fixtures.ts';
import { openLink } from '../engine/versions/migrate.ts';
import { login } from '../engine/wizards.fixtures.ts';
import { fakePlace } from './saved/place.fixtures.ts';
import { createSavedStore } from './saved/saved-store.ts';
import { saveAnswers, savedOf } from './saved-answers.ts';

const answers = { grupp: 'gy', elever: 1800, enheter: ['egna', 'skolans'], hantering: 'nej' };
const none = { versions: [], migrations: [] };

test('what was saved is given back with its version and day', () => {
  const store = createSavedStore(fakePlace());
  saveAnswers(store, login, answers, '2026-11-24', null);
  expect(savedOf(store, login)).toMatchObject([
    { answers: encodeAnswers(login, answers), day: '2026-11-24' },
  ]);
});

test('10,000 damaged stored values are answers or called damaged, never an exception', () => {
  const first = fakePlace();
  saveAnswers(createSavedStore(first), login, answers, '2026-11-24', null);
  const [[key = '', sound = ''] = []] = [...first.values];
  const random = seeded(5);
  const seen = { saved: 0, damaged: 0 };
  for (let round = 0; round < 10_000; round++) {
    const store = createSavedStore(fakePlace({ [key]: damageText(sound, random) }));
    const items = savedOf(store, login);
    seen.saved += items.length;
    seen.damaged += store.$saved.get().damaged.length;
    for (const item of items) {
      const { position, decision } = evaluate(login, openLink(login, none, item.answers).answers);
      expect([position.rejected.length, position.current === null]).toEqual([0, decision !== null]);
    }
  }
  expect(seen.saved).toBeGreaterThan(100);
  expect(seen.damaged).toBeGreaterThan(100);
});
