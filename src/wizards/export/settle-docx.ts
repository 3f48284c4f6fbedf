import { strFromU8, unzipSync } from 'fflate';
import type { DecisionRecord } from './decision-record.ts';
import { packFile } from './package-file.ts';
import { wordNamespace } from './read-record.ts';
import { jsonForXml } from './xml.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const types = '[Content_Types].xml';

/** Any id will do, as long as it is always the same. */
const storeId = '{8B3C5F2E-6D41-4E0B-9A57-5D0E1C7A2F11}';

/**
 * Makes a Word file the same bytes each time, and puts the record into it as a custom XML part,
 * which Word keeps. The library writes the time of the clock and names links at random.
 *
 * @param day Stands as the day the file was made, at noon.
 * @param record `null` puts nothing in.
 * @throws Error when the file is not built as expected: a new version of the library.
 */
export function settleDocx(
  bytes: Uint8Array,
  day: string,
  record: DecisionRecord | null,
): Uint8Array<ArrayBuffer> {
  // The list of types comes first: some programs know the file by it.
  const entries = Object.entries(unzipSync(bytes)).sort(
    ([a], [b]) => Number(b === types) - Number(a === types),
  );
  const parts = new Map(entries.map(([name, part]) => [name, strFromU8(part)]));
  const change = (name: string, pattern: RegExp, to: (found: string) => string) => {
    const before = parts.get(name) ?? '';
    const after = before.replace(pattern, to);
    if (after === before) throw new Error(`${name} is not written as expected`);
    parts.set(name, after);
  };
  change('docProps/core.xml', /(?<=<dcterms:\w+ [^>]*>)[^<]*/g, () => `${day}T12:00:00Z`);
  nameLinks(parts);
  if (!record) return packFile(parts);
  change(
    'word/_rels/document.xml.rels',
    /<\/Relationships>/,
    (end) =>
      `<Relationship Id="record" Type="${relations}/customXml" Target="../customXml/item1.xml"/>${end}`,
  );
  change(
    types,
    /<\/Types>/,
    (end) =>
      `<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>${end}`,
  );
  for (const [name, part] of recordParts(record)) parts.set(name, part);
  return packFile(parts);
}

/** Gives links names by their order. */
function nameLinks(parts: Map<string, string>): void {
  const file = 'word/_rels/document.xml.rels';
  const rels = parts.get(file) ?? '';
  const ids = [...rels.matchAll(/<Relationship [^>]*\/hyperlink"[^>]*>/g)].map(
    ([tag]) => tag.match(/ Id="([^"]*)"/)?.[1] ?? '',
  );
  const names = new Map(ids.map((id, index) => [id, `link${index + 1}`]));
  const rename = (text: string, attribute: string) =>
    text.replace(new RegExp(`(?<= ${attribute}=")[^"]*(?=")`, 'g'), (id) => names.get(id) ?? id);
  parts.set(file, rename(rels, 'Id'));
  parts.set('word/document.xml', rename(parts.get('word/document.xml') ?? '', 'r:id'));
}

function recordParts(record: DecisionRecord): [string, string][] {
  return [
    [
      'customXml/item1.xml',
      `${declaration}<record xmlns="${wordNamespace}">${jsonForXml(record)}</record>`,
    ],
    [
      'customXml/itemProps1.xml',
      `${declaration}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="${storeId}"><ds:schemaRefs><ds:schemaRef ds:uri="${wordNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    ],
    [
      'customXml/_rels/item1.xml.rels',
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    ],
  ];
}
