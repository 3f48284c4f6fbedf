import { type Zippable, zipSync } from 'fflate';

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A ZIP archive whose bytes depend on its contents and one day only: names in order, one time for
 * all, no owner, and deflate in JavaScript, the same on every machine.
 *
 * @param files Path in the archive → bytes.
 * @param day `2026-11-23`; every file is dated noon of it.
 * @throws Error that lists names which some system could not unpack.
 */
export function archive(files: ReadonlyMap<string, Uint8Array>, day: string): Uint8Array {
  const names = [...files.keys()].sort();
  const faults = nameFaults(names);
  if (faults.length > 0) throw new Error(`Names that cannot be unpacked:\n${faults.join('\n')}`);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // ZIP stores the clock on the wall; a local date gives the same one in every time zone.
  const options = { mtime: new Date(year, month - 1, date, 12), level: 9 as const };
  const entries: Zippable = {};
  for (const name of names) entries[name] = [files.get(name) ?? new Uint8Array(), options];
  return zipSync(entries);
}

/** What would go wrong when the archive is unpacked on Windows, macOS or Linux. */
export function nameFaults(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const faults: string[] = [];
    const folded = name.normalize('NFC').toLowerCase();
    const twin = seen.get(folded);
    if (twin !== undefined) faults.push(`${name}: differs from ${twin} only in case`);
    seen.set(folded, name);
    if (name.length > 150) faults.push(`${name}: longer than 150 characters`);
    if (name.startsWith('/') || /^[a-z]:/i.test(name)) faults.push(`${name}: not relative`);
    for (const part of name.split('/')) {
      if (part === '' || part === '.' || part === '..') faults.push(`${name}: leads elsewhere`);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      if (/[<>:"\\|?*\u0000-\u001f]|[. ]$/.test(part) || reserved.test(part))
        faults.push(`${name}: "${part}" is no name on Windows`);
    }
    return faults;
  });
}
