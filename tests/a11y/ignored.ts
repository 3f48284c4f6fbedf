/** A finding of a checker that is left as it is. */
export interface Ignored {
  readonly checker: 'nu' | 'codesniffer';
  /** Matches the finding as the tests print it. */
  readonly finding: RegExp;
  readonly reason: string;
  readonly link: string;
}

/** Every finding that is ignored anywhere, and why. Nothing else is. */
export const ignored: readonly Ignored[] = [
  {
    checker: 'nu',
    finding: /^The “role” attribute must not be used on a “(td|tr|th)” element/,
    reason:
      'On a phone a row is shown as a card, with display: block. Safari then no longer takes the table for a table unless the roles say so.',
    link: 'https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html',
  },
  {
    checker: 'codesniffer',
    finding: /H32\.2: <form class="search-form"/,
    reason:
      'A form with one field is sent with Enter, and the hits show while one types: a button would do nothing more. H32 is one way of several to meet 3.2.2.',
    link: 'https://www.w3.org/WAI/WCAG22/Understanding/on-input.html',
  },
  {
    checker: 'codesniffer',
    finding: /H43\.HeadersRequired: <table aria-labelledby="kravguide-list">/,
    reason:
      'Columns, groups of rows and rows have scope, which says the same as ids and headers would and is what screen readers support best.',
    link: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H63',
  },
];

/** The findings that are not ignored. */
export function counted(checker: Ignored['checker'], findings: readonly string[]): string[] {
  const rules = ignored.filter((rule) => rule.checker === checker);
  return findings.filter((finding) => !rules.some((rule) => rule.finding.test(finding)));
}
