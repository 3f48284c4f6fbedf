/** Filled in by the bundler: the styles of the record, `src/styles/record.css`. */
declare const RECORD_STYLES: string;

let isWorn = false;

/**
 * Puts the record's styles on the page: no other page pays for them, and a sheet made this way needs
 * no exception from the policy, in the guide as one file neither.
 */
export function wearRecordStyles(): void {
  if (isWorn || typeof RECORD_STYLES === 'undefined') return;
  isWorn = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RECORD_STYLES);
  document.adoptedStyleSheets.push(sheet);
}
