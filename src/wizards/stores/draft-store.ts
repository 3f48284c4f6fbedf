import { parseDraft, type RecordDraft } from '../export/record-draft.ts';

/**
 * What is being written for a record lives in this tab only: it survives a reload and is gone with
 * the tab. The privacy page declares the key.
 */
const key = (guide: string) => `skd:underlag:${guide}`;

/** @returns `null` when there is none, or none that can be read. */
export function loadDraft(guide: string): RecordDraft | null {
  try {
    return parseDraft(sessionStorage.getItem(key(guide)) ?? '');
  } catch {
    return null; // storage is blocked
  }
}

/** @returns Whether it could be kept. */
export function keepDraft(guide: string, draft: RecordDraft): boolean {
  try {
    sessionStorage.setItem(key(guide), JSON.stringify(draft));
    return true;
  } catch {
    return false; // full or blocked: the text stays on the page
  }
}

export function forgetDraft(guide: string): void {
  try {
    sessionStorage.removeItem(key(guide));
  } catch {
    // nothing could have been kept
  }
}
