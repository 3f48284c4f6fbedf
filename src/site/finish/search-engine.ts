import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { scriptTarget } from '../scripts.ts';

/**
 * Pagefind as a classic script that starts no worker and reads its files through the search script.
 *
 * A page opened from disk may not import modules, start workers or fetch, and one way for both places
 * is one way to test. The worker costs 12 kB and a start; a query takes a few milliseconds without it.
 *
 * @param source `pagefind.js` as Pagefind wrote it.
 * @throws Error when Pagefind no longer is written in a way this can change.
 */
export async function bundleEngine(source: Uint8Array | undefined): Promise<string> {
  const text = source ? new TextDecoder().decode(source) : '';
  for (const [what, pattern] of needed) {
    if (!pattern.test(text)) {
      throw new Error(
        `pagefind.js has no ${what} any more, so it cannot be made to work from disk.\nHint: see what Pagefind changed and follow in src/site/finish/search-engine.ts.`,
      );
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'search-engine-'));
  try {
    writeFileSync(join(folder, 'pagefind.js'), withoutUnpacking(text));
    writeFileSync(join(folder, 'read.js'), readThroughUs);
    writeFileSync(join(folder, 'engine.js'), entry);
    const { outputFiles } = await build({
      entryPoints: [join(folder, 'engine.js')],
      inject: [join(folder, 'read.js')],
      define: { 'import.meta.url': '"/pagefind/pagefind.js"', Worker: 'undefined' },
      bundle: true,
      minify: true,
      format: 'iife',
      target: scriptTarget,
      charset: 'utf8',
      write: false,
      logLevel: 'silent',
    });
    const bundled = outputFiles[0]?.text ?? '';
    if (/import\.meta|new Worker|[^.]\bfetch\(\w+\.input/.test(bundled)) {
      throw new Error('pagefind.js still fetches, imports or starts a worker of its own.');
    }
    return bundled;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const unpacking = /var u8=Uint8Array;[\s\S]*?var gz_default=gunzipSync;/;
const start = 'this.init(options2?.language);';

const needed: readonly [string, RegExp][] = [
  ['call of fetch', /await fetch\(queued\.input\)/],
  ['import.meta.url', /import\.meta\.url/],
  ['test for workers', /typeof Worker/],
  ['unpacking of its own', unpacking],
  ['way past its unpacking', /if\(this\.decoder\.decode\(data\.slice\(0,12\)\)==="pagefind_dcd"\)/],
  ['loading of index files', /async loadChunk\(hash\)/],
  ['start in its constructor', /this\.init\(options2\?\.language\);/],
];

/**
 * Browsers unpack gzip themselves, and faster, so files come to the engine unpacked. And its start is a
 * promise here: by itself it is asked every 50 ms whether it has started.
 */
function withoutUnpacking(text: string): string {
  return text
    .replace(unpacking, 'var gz_default=()=>{throw new Error("packed");};')
    .replace(start, `this.ready=${start}`)
    .concat('\nexport{Pagefind};');
}

const entry = `import { Pagefind } from './pagefind.js';
globalThis.skdSearch.start(async (options) => {
  const engine = new Pagefind(options);
  await engine.ready;
  return {
    search: (text) => engine.search(text),
    load: (names) => Promise.all(names.map((name) => engine.primary.loadChunk(name))),
  };
});`;

const readThroughUs = 'export const fetch = (address) => globalThis.skdSearch.read(address);';

/** A classic script that carries every file of the search, for pages opened from disk. */
export function offlineTable(files: ReadonlyMap<string, Uint8Array>): string {
  const table = [...files].map(([name, content]) => [
    name,
    Buffer.from(content).toString('base64'),
  ]);
  return `globalThis.skdSearch.table=${JSON.stringify(Object.fromEntries(table))}`;
}
