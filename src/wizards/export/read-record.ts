import { unzipSync } from 'fflate';
import type { Answer } from '../engine/types.ts';
import {
  type CaseFields,
  type DecisionRecord,
  isIsoDay,
  recordFormat,
  recordFormatVersion,
} from './decision-record.ts';
import {
  listOf,
  mapOf,
  objectOf,
  oneOf,
  type Read,
  ShapeError,
  text,
  textThat,
  truth,
  whole,
} from './shapes.ts';

/** Larger files are not looked into: a record with a hundred thousand characters of text is far below. */
export const mostBytes = 10_000_000;

/** Where the record lies in an OpenDocument file. */
export const openDocumentPart = 'skoldigistod.json';

/** Where the record lies in a Word file. Word may give the part another number. */
export const wordPart = /^customXml\/item\d+\.xml$/;
export const wordNamespace = 'urn:skoldigistod:beslut:1';

/** Why a file is not taken. */
export type Refusal = 'not-ours' | 'too-large' | 'newer' | 'damaged';

/** Keys of the texts that say what the file is and what to do, in `src/content/i18n/sv.json`. */
export const refusalTexts: Readonly<Record<Refusal, string>> = {
  'not-ours': 'record.refused.notOurs',
  'too-large': 'record.refused.tooLarge',
  newer: 'record.refused.newer',
  damaged: 'record.refused.damaged',
};

export type ReadRecord = { readonly record: DecisionRecord } | { readonly refused: Refusal };

/**
 * Opens a record again: from JSON, or from the DOCX or ODT file that carries it.
 * Takes any bytes and never throws. What it gives has the right shape and nothing beside it; whether
 * the answers still fit the guide of today is for `readAnswer()` to say.
 *
 * @param bytes The whole file.
 */
export function readRecord(bytes: Uint8Array): ReadRecord {
  if (bytes.length > mostBytes) return { refused: 'too-large' };
  if (!isZip(bytes)) return readRecordText(new TextDecoder().decode(bytes));
  try {
    const json = findJson(bytes);
    return json === null ? { refused: 'not-ours' } : readRecordText(json);
  } catch {
    return { refused: 'damaged' }; // an archive that was cut off or changed
  }
}

/** As `readRecord()`, from text that is JSON, for instance out of storage. */
export function readRecordText(json: string): ReadRecord {
  if (json.length > mostBytes) return { refused: 'too-large' };
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return { refused: json.includes(recordFormat) ? 'damaged' : 'not-ours' };
  }
  return readRecordValue(value);
}

/** As `readRecord()`, from JSON that is parsed. */
export function readRecordValue(value: unknown): ReadRecord {
  if (typeof value !== 'object' || value === null) return { refused: 'not-ours' };
  const { format, formatVersion } = value as Readonly<Record<string, unknown>>;
  if (format !== recordFormat) return { refused: 'not-ours' };
  if (typeof formatVersion === 'number' && formatVersion > recordFormatVersion)
    return { refused: 'newer' };
  try {
    return { record: readShape(value) };
  } catch (fault) {
    if (fault instanceof ShapeError) return { refused: 'damaged' };
    throw fault;
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The record's JSON in an archive, or `null` when it has none. Only the parts that may hold it are
 * unpacked, each into as many bytes as its entry says: an archive that lies gives damaged JSON.
 */
function findJson(archive: Uint8Array): string | null {
  const parts = unzipSync(archive, {
    filter: ({ name, originalSize }) =>
      originalSize <= mostBytes && (name === openDocumentPart || wordPart.test(name)),
  });
  for (const [name, bytes] of Object.entries(parts)) {
    const content = new TextDecoder().decode(bytes);
    if (name === openDocumentPart) return content;
    const inner = content.includes(wordNamespace) && content.match(/>\s*(\{[^<]*\})\s*</)?.[1];
    if (inner) return inner;
  }
  return null;
}

const day = textThat(isIsoDay);
/** Nothing but a web address may become a link. */
const webAddress = textThat((url) => /^(https?:\/\/\S+)?$/.test(url));
const level = oneOf('krav', 'rekommendation', 'rad');

const answer: Read<Answer> = (value) => {
  if (typeof value === 'number') return whole(value);
  return Array.isArray(value) ? listOf(text)(value) : text(value);
};

const otherOutcomes = listOf(objectOf({ outcome: text, title: text, texts: listOf(text) }));

const readShape: Read<DecisionRecord> = objectOf<DecisionRecord>({
  format: oneOf(recordFormat),
  formatVersion: (value) => {
    if (value !== recordFormatVersion) throw new ShapeError('no version');
    return recordFormatVersion;
  },
  guide: objectOf({ id: text, version: whole, title: text, reviewed: day, address: webAddress }),
  title: text,
  date: day,
  decisionDate: day,
  answers: mapOf(answer),
  fragment: textThat((fragment) => /^[\w=&.?-]*$/.test(fragment)),
  notes: mapOf(text),
  case: objectOf<CaseFields>({
    number: text,
    board: text,
    officer: text,
    proposal: text,
    background: text,
  }),
  consequences: objectOf({
    children: text,
    economy: text,
    dataProtection: text,
    accessibility: text,
    staff: text,
  }),
  given: listOf(objectOf({ question: text, ask: text, answer: text })),
  open: listOf(objectOf({ question: text, ask: text, role: text, how: text, ahead: listOf(text) })),
  outcomes: listOf(
    objectOf({
      id: text,
      title: text,
      recommendation: text,
      why: text,
      requirements: listOf(text),
      involve: listOf(text),
      documents: listOf(text),
    }),
  ),
  reasons: listOf(objectOf({ outcome: text, rule: text, because: text, read: listOf(text) })),
  whyNot: otherOutcomes,
  changes: otherOutcomes,
  advice: listOf(objectOf({ id: text, title: text, text, level, isStop: truth })),
  actions: listOf(
    objectOf({ id: text, text, role: text, roleName: text, level, days: whole, due: day }),
  ),
  risks: listOf(text),
  sources: listOf(
    objectOf({
      id: text,
      publisher: text,
      title: text,
      url: webAddress,
      dates: text,
    }),
  ),
  proof: text,
});
