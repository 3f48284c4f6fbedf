/**
 * Adds styles that came with a script, so that pages which never need them do not carry them.
 * The policy allows it: only inline markup is refused.
 */
export function adoptStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
