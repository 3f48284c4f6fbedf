/**
 * Free text as every format can hold it. Only what XML has no way to write is taken out: control
 * characters, halves of surrogate pairs and two non-characters. Line ends become `\n`.
 * Markup, formulas, emoji and right-to-left text are text like any other and stay.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}
