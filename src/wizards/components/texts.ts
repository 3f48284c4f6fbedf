import { translator } from './page-data.ts';

/** Filled in by the bundler: the texts of the second script, keys under `result.`. */
declare const RESULT_TEXTS: Readonly<Record<string, string>>;

/** Texts of the second script. They travel with it, so that a page carries only what its questions need. */
export const t = translator(typeof RESULT_TEXTS === 'undefined' ? {} : RESULT_TEXTS);
