import { describe, expect, test } from 'vitest';
import { fakePlace, plain } from './place.fixtures.ts';
import { importSaved, openFile, writeSavedFile } from './saved-file.ts';
import { createSavedStore } from './saved-store.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const own =
  '{"text":"=cmd|\\u202e 👩‍🏫","role":"it","due":"2026-12-01","status":"doing","note":"x","changed":""}';

function filled() {
  return createSavedStore(
    fakePlace({
      'skd:guide:kontosynk': `${plain.slice(0, -1)},"uid":"u1","name":"Ett","plan":{"a/b":${own}}}`,
      'skd:guide:kontosynk:ab12': plain.replace('s=b', 's=v'),
      'skd:guide:metodval': plain,
      'skd:plan:own1': own,
    }),
  );
}

function open(text: string) {
  const read = openFile(bytes(text));
  if (read.kind !== 'saved') throw new Error(JSON.stringify(read));
  return read.saved;
}

describe('the file with everything', () => {
  test('read in another browser it gives the same, and writes the same file', () => {
    const from = filled();
    const text = writeSavedFile(from.$saved.get(), '2026-11-24');
    const to = createSavedStore(fakePlace());
    expect(importSaved(to, open(text))).toEqual({ added: 4, same: 0, beside: 0, unread: 0 });
    const again = JSON.parse(writeSavedFile(to.$saved.get(), '2026-11-24'));
    const sorted = (list: { answers: string }[]) => list.map(({ answers }) => answers).toSorted();
    expect(sorted(again.items)).toEqual(sorted(JSON.parse(text).items));
    expect(again.own).toEqual(JSON.parse(text).own);
  });

  test('read where it was written it changes nothing, however often', () => {
    const store = filled();
    const text = writeSavedFile(store.$saved.get(), '2026-11-24');
    const before = store.$saved.get();
    expect(importSaved(store, open(text))).toMatchObject({ added: 0, same: 4, beside: 0 });
    importSaved(store, open(text));
    expect(store.$saved.get()).toEqual(before);
  });

  test('answers that differ come beside those that are here, outside the plan', () => {
    const store = createSavedStore(fakePlace({ 'skd:guide:kontosynk': plain }));
    const theirs = createSavedStore(
      fakePlace({ 'skd:guide:kontosynk': plain.replace('s=b', 's=v') }),
    );
    const text = writeSavedFile(theirs.$saved.get(), '2026-11-24');
    expect(importSaved(store, open(text))).toMatchObject({ beside: 1 });
    expect(importSaved(store, open(text))).toMatchObject({ beside: 0, same: 1 });
    const { items } = store.$saved.get();
    expect(items.map(({ answers, isInPlan }) => [answers, isInPlan])).toEqual([
      ['v=1&s=b', true],
      ['v=1&s=v', false],
    ]);
  });

  test.each([
    ['', 'not-ours'],
    ['hello', 'not-ours'],
    ['{"format":"other"}', 'not-ours'],
    ['[]', 'not-ours'],
    ['PK\u0003\u0004rest', 'damaged'],
    ['{"format":"skoldigistod-sparat","formatVersion":2}', 'newer'],
    ['{"format":"skoldigistod-sparat"}', 'damaged'],
    ['{"format":"skoldigistod-sparat","formatVersion":1,"items":5}', 'damaged'],
    ['{"format":"skoldigistod-sparat","formatVersion":1,"items":[5]}', 'damaged'],
    ['{"format":"skoldigistod-sparat","formatVersion":1,"items":[{"id":"../x"}]}', 'damaged'],
    ['{"format":"skoldigistod-beslut","formatVersion":9}', 'newer'],
    ['{"format":"skoldigistod-beslut","formatVersion":1}', 'damaged'],
  ])('%j is %s', (text, refused) => {
    expect(openFile(bytes(text))).toEqual({ kind: 'refused', refused });
  });

  test('cut anywhere it is refused, not half read', () => {
    const text = writeSavedFile(filled().$saved.get(), '2026-11-24');
    for (let at = 0; at < text.length - 2; at += 7)
      expect(openFile(bytes(text.slice(0, at))).kind).toBe('refused');
  });

  test('a file of twenty million bytes and one is not looked into', () => {
    expect(openFile(new Uint8Array(20_000_001))).toEqual({
      kind: 'refused',
      refused: 'too-large',
    });
  });

  test('what can be read of a file is taken, and the rest counted', () => {
    const text = JSON.stringify({
      format: 'skoldigistod-sparat',
      formatVersion: 1,
      items: [{ id: 'kontosynk', ...JSON.parse(plain) }, { id: 'x', answers: 3 }, 7],
      own: [{ id: 'a1', text: 5 }],
    });
    expect(open(text)).toMatchObject({ unread: 3, items: [{ guide: 'kontosynk' }] });
  });
});
