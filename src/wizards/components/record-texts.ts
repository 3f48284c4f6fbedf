import { translator } from './page-data.ts';

/** Filled in by the bundler: the texts of the record's script, keys under `record.`. */
declare const RECORD_TEXTS: Readonly<Record<string, string>>;

/** Texts of the record and its form. They travel with its script, which comes when it is asked for. */
export const t = translator(typeof RECORD_TEXTS === 'undefined' ? {} : RECORD_TEXTS);
