import type { DecisionRecord } from './decision-record.ts';
import type { PlainDocument } from './document.ts';

/** What the script for Word files brings. It is the heaviest, so it comes last of all. */
export interface DocxPart {
  writeDocx(
    document: PlainDocument,
    record: DecisionRecord | null,
  ): Promise<Uint8Array<ArrayBuffer>>;
}
