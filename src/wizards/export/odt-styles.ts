import type { PlainDocument } from './document.ts';
import { escapeXml } from './xml.ts';

const font = 'Liberation Sans';

/** Names, sizes and spaces of the paragraphs: real heading styles, so that a table of contents finds them. */
const paragraphs: readonly (readonly [string, string, string, string])[] = [
  ['Text_20_body', '', 'fo:margin-top="0.1cm" fo:margin-bottom="0.2cm"', ''],
  [
    'Kicker',
    '',
    'fo:margin-bottom="0.1cm"',
    'fo:text-transform="uppercase" fo:letter-spacing="0.03cm" fo:color="#44525a" fo:font-size="10pt"',
  ],
  ['Lead', '', 'fo:margin-bottom="0.15cm" fo:keep-with-next="always"', 'fo:font-weight="bold"'],
  ['Small', '', 'fo:margin-bottom="0.15cm"', 'fo:font-size="9pt"'],
  ['List_20_item', '', 'fo:margin-bottom="0.08cm"', ''],
  ['Cell', '', 'fo:margin-bottom="0.05cm"', 'fo:font-size="9.5pt"'],
  ['Cell_20_head', '', 'fo:margin-bottom="0.05cm"', 'fo:font-size="9.5pt" fo:font-weight="bold"'],
  ['After_20_table', '', 'fo:margin-bottom="0.1cm" fo:line-height="60%"', 'fo:font-size="6pt"'],
  [
    'Signature_20_line',
    '',
    'fo:margin-top="1.6cm" fo:margin-right="7cm" fo:padding-top="0.1cm" fo:border-top="0.5pt solid #000000" fo:border-left="none" fo:border-right="none" fo:border-bottom="none" style:join-border="false" fo:keep-together="always" fo:keep-with-next="always"',
    'fo:font-size="9.5pt"',
  ],
  ['New_20_page', '', 'fo:break-before="page" fo:line-height="60%"', 'fo:font-size="6pt"'],
  [
    'Heading_20_1',
    '1',
    'fo:margin-bottom="0.35cm" fo:keep-with-next="always"',
    'fo:font-size="19pt" fo:font-weight="bold"',
  ],
  [
    'Heading_20_2',
    '2',
    'fo:margin-top="0.55cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
    'fo:font-size="13pt" fo:font-weight="bold"',
  ],
  [
    'Heading_20_3',
    '3',
    'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
    'fo:font-size="11pt" fo:font-weight="bold"',
  ],
];

/** `styles.xml`: how each kind of paragraph looks, the page, its header and footer. */
export function odtStyles({ header, footer }: PlainDocument): string {
  const named = paragraphs.map(([name, level, block, letters]) => {
    const shown = name.replaceAll('_20_', ' ');
    const outline =
      level === ''
        ? ''
        : ` style:default-outline-level="${level}" style:next-style-name="Text_20_body"`;
    return `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph" style:parent-style-name="Standard" style:class="text"${outline}><style:paragraph-properties ${block}/><style:text-properties ${letters}/></style:style>`;
  });
  return `<office:document-styles${namespaces} office:version="1.3"><office:font-face-decls><style:font-face style:name="${font}" svg:font-family="'${font}', Arial, sans-serif" style:font-family-generic="swiss"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" fo:line-height="125%" style:writing-mode="page"/><style:text-properties style:font-name="${font}" fo:font-size="10.5pt" fo:language="sv" fo:country="SE" fo:color="#000000" fo:hyphenate="false"/></style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>${named.join('')}${lists}</office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.6cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.6cm"/></style:footer-style></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Small">${escapeXml(header)}</text:p></style:header><style:footer><text:p text:style-name="Small">${pageLine(footer)}</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`;
}

/** Every namespace that the parts of the file use. */
export const namespaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
]
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

const level = (mark: string) =>
  `${mark}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="0.6cm" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties>`;

const lists = `<text:list-style style:name="Bullets">${level('<text:list-level-style-bullet text:level="1" text:bullet-char="•">')}</text:list-level-style-bullet></text:list-style><text:list-style style:name="Numbers">${level('<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">')}</text:list-level-style-number></text:list-style>`;

const cell = (name: string, border: string, more = '') =>
  `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:border="${border}"${more}/></style:style>`;

const grid = (name: string) =>
  `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="16cm" table:align="margins" style:rel-width="100%" table:border-model="collapsing"/></style:style>`;

/** Tables have automatic styles, which stand with the contents that use them. */
export const odtTableStyles = `${grid('Grid')}${grid('Facts')}${cell('Box', '0.5pt solid #8a949a')}${cell('Head', '0.5pt solid #8a949a', ' fo:background-color="#e9edef"')}<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>`;

/** `Sida {page} av {pages}` with the fields of OpenDocument in their places. */
function pageLine(footer: string): string {
  return escapeXml(footer)
    .replace('{page}', '<text:page-number text:select-page="current">1</text:page-number>')
    .replace('{pages}', '<text:page-count>1</text:page-count>');
}
