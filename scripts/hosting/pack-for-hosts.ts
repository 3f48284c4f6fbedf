import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from '../../src/site/finish.ts';
import { caddyConfiguration } from './caddy.ts';
import { containerConfiguration, containerFile } from './container.ts';
import { nginxConfiguration } from './nginx.ts';
import { policiesOf } from './site-pages.ts';
import {
  contentType,
  edgeRules,
  headersFile,
  redirectsFile,
  storedObjects,
} from './static-hosts.ts';

export interface PackOptions {
  /** Folder of the built site. */
  readonly from: string;
  /** Folder to write; what was there is taken away. */
  readonly to: string;
  /** `/` or `/skola/`. */
  readonly base: string;
  /** Where the files will lie on the server. */
  readonly root: string;
  readonly port: number;
  /** Where faults of security are told: `mailto:` or `https:`. Without one there is no `security.txt`. */
  readonly contact?: string | undefined;
  readonly today: Date;
}

const compressible = /^(text\/|application\/(json|xml|atom|manifest)|image\/svg)/;
/** Smaller than one packet is sent in one either way. */
const smallest = 860;

/**
 * Lays the built site as hosts want it: compressed beforehand, with configurations, headers and
 * redirects that say the same on every kind of host.
 *
 * @returns How many files and bytes there are, and how much is sent to a browser that takes brotli.
 * @throws Error when a page has no policy, or the base is no path.
 */
export async function packForHosts(options: PackOptions) {
  const { from, to, base, root, port } = options;
  if (!/^\/([a-z0-9-]+\/)*$/.test(base)) {
    throw new Error(`"${base}" is no base.\nHint: begin and end with a slash: /skola/`);
  }
  rmSync(to, { recursive: true, force: true });
  const site = join(to, 'site', base);
  mkdirSync(site, { recursive: true });
  cpSync(from, site, { recursive: true });
  placeNotFound(site, base);
  if (options.contact) writeSecurityText(join(to, 'site'), options.contact, options.today);
  const files = listFiles(site);
  const policies = policiesOf(site, files);
  const compressed = await compressAll(site, files);
  const write = (name: string, contents: string) => {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), contents);
  };
  const host = { base, root, port };
  write('nginx/skoldigistod.conf', nginxConfiguration(policies, host));
  write('nginx/skoldigistod-brotli.conf', 'brotli_static on;\n');
  write('nginx/container.conf', containerConfiguration('/etc/nginx/modules-enabled/*.conf'));
  write('Caddyfile', caddyConfiguration(policies, host));
  write('Containerfile', containerFile(port));
  write('site/_headers', headersFile(policies, base));
  write('site/_redirects', redirectsFile(pageFolders(site), base));
  const objects = storedObjects(files, new Set(compressed.keys()));
  write(
    'object-storage.json',
    `${JSON.stringify({ objects, rules: edgeRules(policies) }, null, 1)}\n`,
  );
  const bytes = files.map((file) => readFileSync(join(site, file)).length);
  return {
    files: files.length,
    bytes: bytes.reduce((sum, size) => sum + size, 0),
    sent: files.reduce((sum, file, at) => sum + (compressed.get(file) ?? bytes[at] ?? 0), 0),
  };
}

/** The page for missing addresses is served anywhere, so its addresses begin with the base. */
function placeNotFound(site: string, base: string): void {
  const path = join(site, '404.html');
  const html = readFileSync(path, 'utf8');
  writeFileSync(path, html.replace(/((?:href|src|data-script|data-root)=")\/(?!\/)/g, `$1${base}`));
}

/** RFC 9116: who to tell, in which languages, and until when this holds. */
function writeSecurityText(site: string, contact: string, today: Date): void {
  if (!/^(mailto:|https:\/\/)\S+$/.test(contact)) {
    throw new Error(`"${contact}" is no contact.\nHint: mailto:name@host or https://…`);
  }
  const expires = new Date(today.getTime() + 364 * 86_400_000).toISOString().slice(0, 10);
  mkdirSync(join(site, '.well-known'), { recursive: true });
  writeFileSync(
    join(site, '.well-known/security.txt'),
    `Contact: ${contact}\nExpires: ${expires}T00:00:00.000Z\nPreferred-Languages: sv, en\n`,
  );
}

function pageFolders(site: string): string[] {
  return readdirSync(site, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length).replace(/^\//, ''))
    .filter((folder) =>
      readdirSync(dirname(join(site, folder))).includes(`${folder.split('/').at(-1)}.html`),
    )
    .sort();
}

/** @returns Bytes with brotli, by file. */
async function compressAll(site: string, files: readonly string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  for (const file of files) {
    const path = join(site, file);
    const contents = readFileSync(path);
    if (contents.length < smallest || !compressible.test(contentType(file))) continue;
    const [br, gz] = await Promise.all([
      brotli(contents, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: contents.length } }),
      zip(contents, { level: 9 }),
    ]);
    writeFileSync(`${path}.br`, br);
    writeFileSync(`${path}.gz`, gz);
    sizes.set(file, br.length);
  }
  return sizes;
}
