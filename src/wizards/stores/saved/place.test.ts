import { afterEach, describe, expect, test, vi } from 'vitest';
import { plain } from './place.fixtures.ts';
import { browserPlace } from './place.ts';

const key = 'skd:guide:kontosynk';
const own = 'skd:plan:a1';
const named = `${plain.slice(0, -1)},"name":"Hemligt"}`;

/** A page from disk: a storage of its own, and cookies shared with other files or none at all. */
function page(protocol: string, jar: Map<string, string> | null) {
  const values = new Map<string, string>();
  const storage = {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
  // Keys of a storage are its own properties.
  const keys = { ownKeys: () => [...values.keys()], getOwnPropertyDescriptor: () => shown };
  const shown = { enumerable: true, configurable: true };
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('localStorage', new Proxy(storage, keys));
  vi.stubGlobal('document', {
    get cookie() {
      return [...(jar ?? [])].map((pair) => pair.join('=')).join('; ');
    },
    set cookie(text: string) {
      const [name = '', value = ''] = (text.split(';')[0] ?? '').split('=');
      if (text.includes('max-age=0')) jar?.delete(name);
      else jar?.set(name, value);
    },
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('where saved values lie', () => {
  test('on a web site it is storage alone', () => {
    const jar = new Map<string, string>();
    page('https:', jar);
    browserPlace.write(key, named);
    expect(browserPlace.keys()).toEqual([key]);
    expect(browserPlace.read(key)).toBe(named);
    expect(jar.size).toBe(0);
  });

  test('from disk only the codes of the answers follow to other files, never free text', () => {
    const jar = new Map<string, string>();
    page('file:', jar);
    browserPlace.write(key, named);
    browserPlace.write(own, '{"text":"Hemligt"}');
    expect(decodeURIComponent([...jar].join())).not.toContain('Hemligt');
    expect(browserPlace.read(key)).toBe(named);
    page('file:', jar);
    expect(browserPlace.keys()).toEqual([key]);
    expect(browserPlace.read(key)).toBe(plain);
  });

  test('answers saved in another file are the newer, and the name given here stays', () => {
    const jar = new Map<string, string>();
    page('file:', jar);
    browserPlace.write(key, named);
    jar.set(encodeURIComponent(key), encodeURIComponent(plain.replace('s=b', 's=v')));
    expect(browserPlace.read(key)).toContain('"answers":"v=1&s=v"');
    expect(browserPlace.read(key)).toContain('Hemligt');
  });

  test('from disk in Chromium, where files have no cookies, it is storage alone', () => {
    page('file:', null);
    browserPlace.write(key, named);
    expect(browserPlace.read(key)).toBe(named);
    browserPlace.remove(key);
    expect(browserPlace.keys()).toEqual([]);
  });
});
