import type { Words } from '../../export/document.ts';
import { t } from '../record-texts.ts';
import { t as resultText } from '../texts.ts';

/** The words of the document: its own, and those of the levels of advice that the result has. */
export const documentText: Words = (key, values) =>
  key.startsWith('level.') ? resultText(key, values) : t(key, values);
