import { strToU8, type Zippable, zipSync } from 'fflate';

/** ZIP knows no earlier time. It is read off the clock on the wall, so a local date is the same in every zone. */
const noTime = () => new Date(1980, 0, 1);

/**
 * The archive that a text document is. Its bytes depend on the parts and nothing else: their order
 * is kept, no time, no owner, and deflate in JavaScript.
 *
 * @param parts Path → contents. A part whose name is `mimetype` is stored as it is, as OpenDocument asks.
 */
export function packFile(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const [name, part] of parts) {
    const bytes = typeof part === 'string' ? strToU8(part) : part;
    entries[name] = [bytes, { mtime: noTime(), level: name === 'mimetype' ? 0 : 9 }];
  }
  return zipSync(entries) as Uint8Array<ArrayBuffer>;
}
