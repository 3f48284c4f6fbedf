import { expect, test } from 'vitest';
import { asPart } from './print-document.ts';

const inside = new Set(['federation', 'federation/felsokning', 'federation/valj-idp']);
const part = (html: string) => asPart(html, 'federation/felsokning', inside);

test('ids and what refers to them belong to the page', () => {
  expect(part('<h2 id="a">A</h2><div aria-labelledby="a b">')).toBe(
    '<h3 id="federation--felsokning--a">A</h3><div aria-labelledby="federation--felsokning--a federation--felsokning--b">',
  );
  expect(part('<a href="#a">')).toBe('<a href="#federation--felsokning--a">');
});

test('links to pages of the document stay in it, others are left', () => {
  expect(part('<a href="/federation/valj-idp/">')).toBe('<a href="#federation--valj-idp">');
  expect(part('<a href="/federation/valj-idp/#x">')).toBe('<a href="#federation--valj-idp--x">');
  expect(part('<a href="/federation/">')).toBe('<a href="#federation">');
  for (const left of ['/e-legitimation/', 'https://example.org/federation/', '/laget/#x', '/']) {
    expect(part(`<a href="${left}">`)).toBe(`<a href="${left}">`);
  }
});

test('headings go one step down, other tags do not', () => {
  expect(part('<h3>x</h3><hr><header>')).toBe('<h4>x</h4><hr><header>');
});

test('sections are no landmarks: every page would have the same ones', () => {
  expect(part('<section class="short" aria-labelledby="kort-sagt">')).toBe(
    '<section class="short">',
  );
});
