import { describe, expect, test } from 'vitest';
import { cardFor } from '../card-address.ts';
import { drawCard, wrap } from './cards.ts';

describe('cards of links', () => {
  test.each([
    ['/', '/kort/index.png'],
    ['/om/', '/kort/om.png'],
    ['/om.html', '/kort/om.png'],
    ['/federation/valj-idp.html', '/kort/federation/valj-idp.png'],
    ['/beslutsguider/kontosynk/karta.html', '/kort/beslutsguider/kontosynk.png'],
    ['/federation/skriv-ut/', '/kort/federation.png'],
    ['/skriv-ut.html', '/kort/index.png'],
  ])('%s has %s', (path, card) => expect(cardFor(path)).toBe(card));

  test('a long title is broken into lines, no word lost', () => {
    const title = 'Dataskydd, säkerhet, AI och tillgänglighet i användarcentrerad utveckling';
    const lines = wrap(title, 13);
    expect(lines.join(' ')).toBe(title);
    expect(lines.length).toBeGreaterThan(2);
  });

  test('signs of XML in a title stay signs', () => {
    expect(drawCard({ title: 'A & <b>', kicker: 'x' })).toContain('A &amp; &lt;b>');
  });
});
