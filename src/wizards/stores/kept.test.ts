import { afterEach, describe, expect, test, vi } from 'vitest';
import { readKept, removeKept, writeKept } from './kept.ts';

/** A storage that works, is full, or is blocked. */
function storage(state: 'works' | 'blocked') {
  const values = new Map<string, string>();
  const open = () => {
    if (state === 'blocked') throw new Error('blocked');
    return values;
  };
  return {
    getItem: (key: string) => open().get(key) ?? null,
    setItem: (key: string, value: string) => void open().set(key, value),
    removeItem: (key: string) => void open().delete(key),
  };
}

/** A browser: where the page is from, whether it has storage, and whether cookies stick. */
function browser(protocol: string, state: 'works' | 'blocked', hasCookies: boolean) {
  const jar = new Map<string, string>();
  vi.stubGlobal('location', { protocol });
  vi.stubGlobal('localStorage', storage(state));
  vi.stubGlobal('document', {
    get cookie() {
      return [...jar].map((pair) => pair.join('=')).join('; ');
    },
    set cookie(text: string) {
      const [name = '', value = ''] = (text.split(';')[0] ?? '').split('=');
      if (!hasCookies) return;
      if (text.includes('max-age=0')) jar.delete(name);
      else jar.set(name, value);
    },
  });
  return jar;
}

afterEach(() => vi.unstubAllGlobals());

const value = '{"answers":"v=1&s=b; å%","day":"2026-11-23"}';

describe('kept values', () => {
  test('never become a cookie on a web site', () => {
    const jar = browser('https:', 'works', true);
    writeKept('skd:theme', 'dark');
    expect(readKept('skd:theme')).toBe('dark');
    expect(jar.size).toBe(0);
  });

  test('follow from file to file in Firefox, which gives each its own storage', () => {
    const jar = browser('file:', 'works', true);
    writeKept('skd:guide:x', value);
    const cookies = [...jar];
    for (const [name, text] of cookies) browser('file:', 'works', true).set(name, text);
    expect(readKept('skd:guide:x')).toBe(value);
    removeKept('skd:guide:x');
    expect(readKept('skd:guide:x')).toBe(null);
  });

  test('are kept by storage alone in Chromium, where files have no cookies', () => {
    browser('file:', 'works', false);
    writeKept('skd:guide:x', value);
    expect(readKept('skd:guide:x')).toBe(value);
  });

  test('say so when there is no place at all', () => {
    browser('file:', 'blocked', false);
    expect(() => writeKept('skd:guide:x', value)).toThrow('blocked');
    expect(readKept('skd:guide:x')).toBe(null);
    browser('https:', 'blocked', true);
    expect(() => writeKept('skd:theme', 'dark')).toThrow('blocked');
    expect(() => readKept('skd:theme')).toThrow('blocked');
  });

  test('are nothing when a cookie was written by somebody else', () => {
    browser('file:', 'works', true).set('skd%3Atheme', '%E0%A4%A');
    expect(readKept('skd:theme')).toBe(null);
  });
});
