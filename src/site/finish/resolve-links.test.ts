import { describe, expect, test } from 'vitest';
import { relativeAddress, resolveAddress, type SiteFiles } from './resolve-links.ts';

const known = new Set([
  'index.html',
  'om.html',
  'om/integritet.html',
  '_s/site.1a2b3c4d.js',
  'å/ö.html',
]);
const files: SiteFiles = {
  has: (file) => known.has(file),
  renamed: (file) => (file === '_s/site.js' ? '_s/site.1a2b3c4d.js' : file),
};
const fileOf = (address: string, page = 'om/integritet.html') => {
  const target = resolveAddress(address, page, files);
  return target.kind === 'file' ? target.file : target.kind;
};

describe('resolveAddress', () => {
  test.each([
    ['/', 'index.html'],
    ['/om/', 'om.html'],
    ['/om', 'om.html'],
    ['/om.html', 'om.html'],
    ['/om/integritet/', 'om/integritet.html'],
    ['../om.html', 'om.html'],
    ['integritet.html', 'om/integritet.html'],
    ['#rubrik', 'om/integritet.html'],
    ['/_s/site.js', '_s/site.1a2b3c4d.js'],
    ['/%C3%A5/%C3%B6/', 'å/ö.html'],
  ])('finds the file behind %s', (address, file) => {
    expect(fileOf(address)).toBe(file);
  });

  test.each(['https://www.skolverket.se/', 'mailto:a@b.se', 'data:,x', '//host/x', ''])(
    'leaves %s alone',
    (address) => {
      expect(fileOf(address)).toBe('leave');
    },
  );

  test.each(['/finns-inte/', '/om/finns-inte', '../../x', '/%E0%A4%A'])(
    'says that %s is dead',
    (address) => {
      expect(fileOf(address)).toBe('dead');
    },
  );

  test('keeps what stands after # and ?', () => {
    expect(resolveAddress('/om/?q=1#a', 'index.html', files)).toEqual({
      kind: 'file',
      file: 'om.html',
      hash: 'a',
      query: 'q=1',
    });
  });
});

describe('relativeAddress', () => {
  test.each([
    ['index.html', 'om.html', 'om.html'],
    ['om/integritet.html', 'om.html', '../om.html'],
    ['om/integritet.html', 'om/integritet.html', 'integritet.html'],
    ['om.html', '_s/site.js', '_s/site.js'],
  ])('from %s to %s is %s', (from, to, address) => {
    expect(relativeAddress(from, to)).toBe(address);
  });
});
