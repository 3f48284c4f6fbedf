import { describe, expect, test } from 'vitest';
import { createTermFinder } from '../glossary/find-terms.ts';
import { explainTerms } from './explain-terms.ts';

const find = createTermFinder([
  { id: 'saml', term: 'SAML', forms: [] },
  { id: 'scope', term: 'scope', forms: ['scopet'] },
]);
const prose = (html: string) => `<h1>SAML</h1><div class="prose">${html}</div><p>scope</p>`;
const word = (id: string, text: string) =>
  `<a role="doc-glossref" href="/ordlista/#${id}">${text}</a>`;
const explain = (html: string, most?: number) => explainTerms(prose(html), find, most);

describe('explainTerms', () => {
  test('links the first use of a word and leaves the later ones', () => {
    expect(explain('<p>SAML och scopet. SAML.</p><p>scope</p>')).toBe(
      prose(`<p>${word('saml', 'SAML')} och ${word('scope', 'scopet')}. SAML.</p><p>scope</p>`),
    );
  });

  test('counts the lines before the text as the beginning of the page', () => {
    const html = '<section class="short"><h2>SAML</h2><ul><li>SAML</li></ul></section>';
    expect(explainTerms(html + prose('<p>SAML</p>'), find)).toBe(
      html.replace('<li>SAML', `<li>${word('saml', 'SAML')}`) + prose('<p>SAML</p>'),
    );
  });

  test.each([
    '<h2>SAML</h2>',
    '<p><a href="/x/">om SAML</a></p>',
    '<p><code>SAML</code></p>',
    '<table><tr><th>SAML</th></tr></table>',
    '<svg><text>SAML</text></svg>',
    '<p><a href="/x/"><em>SAML</em></a></p>',
  ])('leaves %s alone and explains the next use', (html) => {
    expect(explain(`${html}<p>Sedan SAML</p>`)).toBe(
      prose(`${html}<p>Sedan ${word('saml', 'SAML')}</p>`),
    );
  });

  test('goes on after elements that have no end tag', () => {
    expect(explain('<p>a<br>b <img alt="SAML" src="/x.svg">SAML</p>')).toContain(
      word('saml', 'SAML'),
    );
  });

  test('takes the author’s own link to the glossary as the explanation', () => {
    expect(explain('<p>En <a href="/ordlista/#saml">SAML</a> och SAML.</p>')).toBe(
      prose('<p>En <a role="doc-glossref" href="/ordlista/#saml">SAML</a> och SAML.</p>'),
    );
  });

  test('stops when the page has no more room', () => {
    expect(explain('<p>SAML och scope</p>', 1)).toBe(
      prose(`<p>${word('saml', 'SAML')} och scope</p>`),
    );
    expect(explain('<p>SAML</p>', 0)).toBe(prose('<p>SAML</p>'));
  });

  test('leaves a page without such text as it is', () => {
    expect(explainTerms('<main><p>SAML</p></main>', find)).toBe('<main><p>SAML</p></main>');
  });
});
