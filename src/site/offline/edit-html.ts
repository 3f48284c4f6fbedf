/**
 * Changes one known place of a page, and stops the build when it is not there (or not as often as it
 * should be): a copy that was changed by halves is worse than none.
 *
 * @param times How often the place must occur, or `some` for once or more.
 * @throws Error that names the page and the place.
 */
export function replaceIn(
  page: { readonly file: string; readonly html: string },
  what: { readonly name: string; readonly pattern: RegExp; readonly times: number | 'some' },
  replacement: (...groups: string[]) => string,
): string {
  const found = [...page.html.matchAll(what.pattern)].length;
  const isRight = what.times === 'some' ? found > 0 : found === what.times;
  if (!isRight) {
    throw new Error(
      `${page.file}: ${what.name} stands there ${found} times, not ${what.times}.\n` +
        'Hint: the layout has changed; let src/site/offline/ follow it.',
    );
  }
  return page.html.replace(what.pattern, (...parts) =>
    replacement(...parts.filter((part): part is string => typeof part === 'string')),
  );
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
