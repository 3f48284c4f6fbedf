import { describe, expect, test } from 'vitest';
import { login } from '../engine/wizards.fixtures.ts';
import { addressFor, readAddress } from './address.ts';
import { createWizardStore } from './wizard-store.ts';

const answers = { grupp: 'gy', elever: 1200, enheter: ['egna', 'skolans'] };

describe('address', () => {
  test('carries the answers by code, and where the reader is', () => {
    const fragment = addressFor(login, { answers, place: 'next' });
    expect(fragment).toMatch(/^v=\d+&g=[a-z0-9-]+&n=1200&e=/);
    expect(addressFor(login, { answers, place: 'result' })).toBe(`${fragment}&_=resultat`);
    expect(addressFor(login, { answers, place: { question: 'elever' } })).toBe(`${fragment}&_=n`);
  });

  test('reads back what it wrote', () => {
    for (const place of ['next', 'result', { question: 'grupp' }] as const) {
      const read = readAddress(login, `#${addressFor(login, { answers, place })}`);
      expect(read).toMatchObject({ answers, place, problems: [] });
    }
  });

  test.each(['', '#', '#_=', '#_=x&_=y', '#__proto__=1', `#${'%'.repeat(5000)}`, '#\u0000=\ud800'])(
    'takes %j without a fault',
    (fragment) => {
      expect(readAddress(login, fragment).place).toBe('next');
    },
  );
});

describe('createWizardStore', () => {
  test('goes through the questions to the check, and to the result only when asked', () => {
    const store = createWizardStore(login);
    const screen = () => store.$now.get().screen;
    expect(screen()).toMatchObject({ kind: 'question', number: 1 });
    store.answer('grupp', 'f-3');
    expect(screen()).toMatchObject({ kind: 'question', number: 2 });
    store.answer('elever', 80);
    expect(screen()).toEqual({ kind: 'check' });
    store.goTo('result');
    expect(screen()).toEqual({ kind: 'result' });
  });

  test('shows an earlier question again, and goes on from there', () => {
    const store = createWizardStore(login);
    store.restore({ answers, place: { question: 'grupp' } });
    expect(store.$now.get().screen).toMatchObject({ kind: 'question', number: 1 });
    store.answer('grupp', 'f-3');
    expect(store.$now.get().screen).toEqual({ kind: 'check' });
    expect(store.$now.get().view.position.resting).toEqual(['enheter']);
  });

  test('never shows the result while a question is open', () => {
    const store = createWizardStore(login);
    store.restore({ answers: { grupp: 'gy' }, place: 'result' });
    expect(store.$now.get().screen).toMatchObject({ kind: 'question', number: 2 });
  });

  test('tells once for each step', () => {
    const store = createWizardStore(login);
    let told = 0;
    store.$now.listen(() => {
      told += 1;
    });
    store.answer('grupp', 'f-3');
    expect(told).toBe(1);
  });
});
