import { describe, expect, test } from 'vitest';
import { readItem, writeItem } from './item.ts';
import { fakePlace, plain } from './place.fixtures.ts';
import { createSavedStore, type SavedStore } from './saved-store.ts';

const first = (store: SavedStore) => {
  const [item] = store.$saved.get().items;
  if (!item) throw new Error('nothing is saved');
  return item;
};

describe('saved items', () => {
  test('what was saved before there was more than one a guide is read and written as it was', () => {
    expect(writeItem(readItem(plain)?.value as never)).toBe(plain);
    const store = createSavedStore(fakePlace({ 'skd:guide:kontosynk': plain }));
    expect(first(store)).toMatchObject({ id: 'kontosynk', guide: 'kontosynk', isInPlan: true });
  });

  test.each([
    'not json',
    '{}',
    'null',
    '"',
    '[]',
    '{"answers":5,"day":"2026-11-23"}',
    '{"answers":"v=1\\"><img>","day":"2026-11-23"}',
    '{"answers":"v=1","day":"2026-02-30"}',
    '{"answers":"v=1","day":"2026-99-99"}',
    `{"answers":"${'a'.repeat(5000)}","day":"2026-11-23"}`,
  ])('%s is kept aside and never stops anything', (text) => {
    const place = fakePlace({ 'skd:guide:kontosynk': text, 'skd:guide:metodval': plain });
    const store = createSavedStore(place);
    expect(store.$saved.get().items.map(({ id }) => id)).toEqual(['metodval']);
    expect(store.$saved.get().damaged).toEqual([{ key: 'skd:guide:kontosynk', text }]);
    expect(place.values.get('skd:guide:kontosynk')).toBe(text);
  });

  test('every cut of a value is read, or kept aside, and never thrown', () => {
    const whole = writeItem({
      answers: 'v=1&s=b',
      day: '2026-11-23',
      uid: 'u1',
      name: 'Å "<b>"',
      isInPlan: false,
      outcomes: ['fil'],
      plan: { 'fil/a': { text: 't', role: 'it', due: '', status: 'done', note: '', changed: '' } },
      record: null,
    });
    for (let at = 0; at < whole.length; at += 1) {
      const text = whole.slice(0, at);
      const { items, damaged } = createSavedStore(fakePlace({ 'skd:guide:x': text })).$saved.get();
      expect(items.length + damaged.length).toBe(1);
    }
  });

  test('a part that cannot be read takes nothing else with it, and is laid aside before a change', () => {
    const text =
      '{"answers":"v=1","day":"2026-11-23","name":"A","plan":{"a/b":5},"__proto__":{"x":1}}';
    const place = fakePlace({ 'skd:guide:kontosynk': text });
    const store = createSavedStore(place);
    expect(first(store).name).toBe('A');
    expect(store.$saved.get().damaged).toHaveLength(1);
    store.changeItem(first(store), (now) => ({ ...now, name: 'B' }));
    expect(place.values.get('skd:skadat:guide:kontosynk')).toBe(text);
    expect(first(store).name).toBe('B');
  });

  test('keys of others on the same address are left alone', () => {
    const place = fakePlace({
      'skd:theme': 'dark',
      'skd:sokt': '[]',
      other: '1',
      'skd:plan:a1': '{',
    });
    const store = createSavedStore(place);
    store.removeAll();
    expect([...place.values.keys()]).toEqual(['skd:theme', 'skd:sokt', 'other']);
  });

  test('what was taken away can be put back, but never over something new', () => {
    const place = fakePlace({ 'skd:guide:a': plain, 'skd:guide:b': plain });
    const store = createSavedStore(place);
    const undo = store.removeAll();
    expect(store.$saved.get().items).toEqual([]);
    const newer = plain.replace('s=b', 's=v');
    place.values.set('skd:guide:a', newer);
    store.undo(undo);
    expect(place.values.get('skd:guide:a')).toBe(newer);
    expect(place.values.get('skd:guide:b')).toBe(plain);
  });
});

describe('two tabs', () => {
  test('a change of one field leaves what the other tab has changed in others', () => {
    const place = fakePlace({ 'skd:guide:a': plain });
    const [one, two] = [createSavedStore(place), createSavedStore(place)];
    one.changeItem(first(one), (now) => ({ ...now, name: 'From one' }));
    two.changeItem(first(two), (now) => ({ ...now, isInPlan: false }));
    one.refresh();
    expect(first(one)).toMatchObject({ name: 'From one', isInPlan: false });
  });

  test('a change to what the other tab took away brings it back', () => {
    const place = fakePlace({ 'skd:guide:a': plain });
    const [one, two] = [createSavedStore(place), createSavedStore(place)];
    const known = first(two);
    one.removeItem('a');
    two.changeItem(known, (now) => ({ ...now, name: 'Kept' }));
    expect(readItem(place.values.get('skd:guide:a') ?? '')?.value).toMatchObject({
      answers: 'v=1&s=b',
      name: 'Kept',
    });
  });
});

describe('storage that does not take everything', () => {
  test('when it is full the change stays in the page, the old value stays stored, and it is said', () => {
    const place = fakePlace({ 'skd:guide:a': plain, 'skd:guide:b': plain });
    const store = createSavedStore(place);
    place.room = 130;
    store.changeItem(first(store), (now) => ({ ...now, name: 'x'.repeat(60) }));
    expect(store.$saved.get().problem).toBe('full');
    expect(first(store).name).toHaveLength(60);
    expect(place.values.get('skd:guide:a')).toBe(plain);
    // Another tab writes, this one reads again: the change is still here.
    store.refresh();
    expect(first(store).name).toHaveLength(60);
    expect(store.$saved.get().problem).toBe('full');
  });

  test('when there is room again, what waited is stored', () => {
    const place = fakePlace({ 'skd:guide:a': plain, 'skd:guide:b': plain });
    const store = createSavedStore(place);
    place.room = 130;
    store.changeItem(first(store), (now) => ({ ...now, name: 'x'.repeat(60) }));
    store.removeItem('b');
    expect(store.$saved.get().problem).toBe('none');
    expect(place.values.get('skd:guide:a')).toContain('xxx');
  });

  test('when it is blocked everything works in the page until it is closed', () => {
    const place = fakePlace();
    place.isBlocked = true;
    const store = createSavedStore(place);
    expect(store.$saved.get()).toMatchObject({ items: [], problem: 'blocked' });
    store.putItem('a', readItem(plain)?.value as never);
    expect(store.$saved.get()).toMatchObject({ problem: 'blocked', items: [{ id: 'a' }] });
    store.removeItem('a');
    expect(store.$saved.get().items).toEqual([]);
  });

  test.each([0, 1, 20, 60, 100])(
    'at a quota of %i characters nothing that was there is lost',
    (room) => {
      const place = fakePlace({ 'skd:guide:a': plain });
      place.room = room;
      const store = createSavedStore(place);
      store.putItem('b', readItem(plain)?.value as never);
      store.putOwn('c1', {
        text: 'T',
        role: '',
        due: '',
        status: 'todo',
        note: '',
        changed: '',
      });
      expect(place.values.get('skd:guide:a')).toBe(plain);
      expect(store.$saved.get().items).toHaveLength(2);
      expect(store.$saved.get().own).toHaveLength(1);
    },
  );
});
