/**
 * What the list of pages that the engine reads first says besides: names, in the order in which the
 * records were given to it. The build checks that they still are.
 */
const textIn = (meta: Uint8Array) => new TextDecoder('latin1').decode(meta);

/** The engine's name of each record: `sv_1a2b3c4`. What follows them are names of index files. */
export function recordNames(meta: Uint8Array): string[] {
  return textIn(meta).match(/sv_[0-9a-f]{7}/g) ?? [];
}

/** The files that hold the texts of the records. */
export function textFiles(meta: Uint8Array): string[] {
  const groups = textIn(meta).match(/sv_group_[0-9a-f]{7}/g) ?? [];
  return [...new Set(groups)].map((name) => `fragment/${name}.pf_fragment`);
}
