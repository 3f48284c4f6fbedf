import type { DecisionRecord } from '../../export/decision-record.ts';
import { mostBytes, readRecord, refusalTexts } from '../../export/read-record.ts';
import { t } from '../record-texts.ts';

export type OpenedFile = { readonly record: DecisionRecord } | { readonly problem: string };

/** Reads a file that somebody chose; what cannot be taken gives a sentence that says what to do. */
export async function openFile(file: Blob): Promise<OpenedFile> {
  if (file.size > mostBytes) return { problem: t('refused.tooLarge') };
  try {
    const read = readRecord(new Uint8Array(await file.arrayBuffer()));
    if ('record' in read) return read;
    return { problem: t(refusalTexts[read.refused].replace('record.', '')) };
  } catch {
    return { problem: t('refused.unreadable') }; // the file was moved, or the disk says no
  }
}
