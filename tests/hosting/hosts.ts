import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packForHosts } from '../../scripts/hosting/pack-for-hosts.ts';

export interface Host {
  readonly base: string;
  readonly origin: string;
  /** Folder of the packed files. */
  readonly site: string;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Asks without following redirects and without taking anything apart. */
export function ask(
  address: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** A port that nobody listens to. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

interface Packed {
  readonly to: string;
  readonly site: string;
}

const port = '8080';
const packed = new Map<string, Promise<Packed>>();

/** Packs the built site once for each base: compressing well takes a while. */
export function pack(base: string): Promise<Packed> {
  const known = packed.get(base) ?? packNow(base);
  packed.set(base, known);
  return known;
}

async function packNow(base: string): Promise<Packed> {
  const to = join(mkdtempSync(join(tmpdir(), 'hosting-')), 'packed');
  const site = join(to, 'site');
  await packForHosts({
    from: join(import.meta.dirname, '../../dist'),
    to,
    base,
    root: site,
    port: Number(port),
    contact: 'mailto:saker@skola.example',
    today: new Date(),
  });
  // As on a read-only file system: nobody may write where the site lies.
  execFileSync('chmod', ['-R', 'a+rX,a-w', site]);
  execFileSync('chmod', ['a+rx', join(to, '..'), to]);
  return { to, site };
}

/** Takes away what was packed. */
export async function removePacked(): Promise<void> {
  for (const { to } of await Promise.all(packed.values())) {
    execFileSync('chmod', ['-R', 'u+w', to]);
    rmSync(join(to, '..'), { recursive: true, force: true });
  }
  packed.clear();
}

/** Starts a server on the packed site, as its configuration says. */
export async function startHost(server: 'nginx' | 'caddy', base: string): Promise<Host> {
  const { to, site } = await pack(base);
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  execFileSync('chmod', ['a+rwx', folder]);
  const open = await freePort();
  const child = server === 'nginx' ? startNginx(folder, to, open) : startCaddy(folder, to, open);
  let printed = '';
  child.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  const origin = `http://127.0.0.1:${open}`;
  await answers(`${origin}${base}`, child, () => printed);
  return { base, origin, site, close: () => stop(child, folder) };
}

function startNginx(folder: string, to: string, open: number): ChildProcess {
  const own = readFileSync(join(to, 'nginx/skoldigistod.conf'), 'utf8');
  writeFileSync(
    join(folder, 'here.conf'),
    own
      .replace(`listen ${port};`, `listen ${open};`)
      .replace('/etc/nginx/snippets/', join(to, 'nginx/'))
      .replaceAll(/listen \[::\].*\n/g, ''),
  );
  const main = readFileSync(join(to, 'nginx/container.conf'), 'utf8')
    .replaceAll('/tmp/', `${folder}/`)
    .replace('/etc/nginx/conf.d/*.conf', join(folder, 'here.conf'));
  writeFileSync(join(folder, 'nginx.conf'), main);
  execFileSync('nginx', ['-t', '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
  return spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']);
}

function startCaddy(folder: string, to: string, open: number): ChildProcess {
  const own = readFileSync(join(to, 'Caddyfile'), 'utf8');
  const config = join(folder, 'Caddyfile');
  writeFileSync(config, `{\n\tadmin off\n}\n${own.replace(`\n:${port} {`, `\n:${open} {`)}`);
  mkdirSync(join(folder, 'home'));
  return spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
    env: { ...process.env, HOME: join(folder, 'home') },
  });
}

async function answers(address: string, server: ChildProcess, printed: () => string) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) break;
    const answer = await ask(address).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not start:\n${printed()}`);
}

function stop(server: ChildProcess, folder: string): Promise<void> {
  return new Promise((resolve) => {
    server.on('exit', () => {
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
    server.kill('SIGTERM');
  });
}

/** The first file below a folder of the site whose name fits. */
export function someFile(site: string, folder: string, name: RegExp): string {
  const found = readdirSync(join(site, folder)).find((file) => name.test(file));
  if (!found) throw new Error(`No file like ${name} in ${folder}.`);
  return `${folder}/${found}`;
}
