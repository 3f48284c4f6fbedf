/**
 * What others' scanners say of the site as nginx serves it: Mozilla's HTTP Observatory over https,
 * Google's evaluator of policies, and the reader of header files that Netlify uses.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ask, pack, removePacked } from './hosts.ts';

const scanners = join(import.meta.dirname, '../../.cache/scanners/node_modules');
const load = (file: string) => import(pathToFileURL(join(scanners, file)).href);
const canListen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
// The observatory knows no other ports than these.
const hasPorts = (await canListen(80)) && (await canListen(443));
if (!hasPorts) console.warn('⚠ Ports 80 and 443 are taken: the HTTP Observatory is SKIPPED.');

afterAll(removePacked);

interface Scan {
  readonly scan: { readonly grade: string; readonly score: number };
  readonly tests: Readonly<Record<string, { readonly pass: boolean; readonly result: string }>>;
}

describe('scanners of others', () => {
  test.runIf(hasPorts)('Mozilla’s HTTP Observatory gives the highest grade', async () => {
    const { to } = await pack('/');
    const folder = mkdtempSync(join(tmpdir(), 'observatory-'));
    execFileSync('chmod', ['a+rwx', folder]);
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout ${key} -out ${certificate}`.split(
        ' ',
      ),
      { stdio: 'ignore' },
    );
    const own = readFileSync(join(to, 'nginx/skoldigistod.conf'), 'utf8')
      .replace(
        'listen 8080;',
        `listen 443 ssl; ssl_certificate ${certificate}; ssl_certificate_key ${key};`,
      )
      .replaceAll(/listen \[::\].*\n/g, '')
      .replace('/etc/nginx/snippets/', join(to, 'nginx/'));
    const toEncrypted = 'server { listen 80; return 301 https://$host$request_uri; }\n';
    writeFileSync(join(folder, 'here.conf'), own + toEncrypted);
    writeFileSync(
      join(folder, 'nginx.conf'),
      readFileSync(join(to, 'nginx/container.conf'), 'utf8')
        .replaceAll('/tmp/', `${folder}/`)
        .replace('/etc/nginx/conf.d/*.conf', join(folder, 'here.conf')),
    );
    const server = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']);
    try {
      await expect
        .poll(() =>
          ask('http://localhost/').then(
            ({ status }) => status,
            () => 0,
          ),
        )
        .toBe(301);
      const { stdout } = spawnSync(
        process.execPath,
        [join(scanners, '@mdn/mdn-http-observatory/src/scan.js'), 'localhost'],
        { encoding: 'utf8', env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate } },
      );
      if (!stdout.includes('"tests"')) throw new Error(stdout);
      const { scan, tests } = JSON.parse(stdout) as Scan;
      const failed = Object.entries(tests).filter(([, { pass }]) => !pass);
      expect(failed.map(([name, { result }]) => `${name}: ${result}`)).toEqual([]);
      expect(scan.grade).toBe('A+');
      expect(scan.score).toBeGreaterThanOrEqual(130);
    } finally {
      await new Promise((resolve) => {
        server.on('exit', resolve);
        server.kill('SIGTERM');
      });
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('Google’s evaluator of policies finds nothing that holds here', async () => {
    const { CspParser } = await load('csp_evaluator/dist/parser.js');
    const { CspEvaluator } = await load('csp_evaluator/dist/evaluator.js');
    const { to } = await pack('/');
    const conf = readFileSync(join(to, 'nginx/skoldigistod.conf'), 'utf8');
    const policies = [...conf.matchAll(/"(default-src [^"]+)"/g)].map(([, policy]) => policy ?? '');
    expect(policies.length).toBeGreaterThanOrEqual(2);
    const findings = policies.flatMap((policy) =>
      new CspEvaluator(new CspParser(policy).csp)
        .evaluate()
        .map((finding: { directive: string; value?: string; description: string }) =>
          [finding.directive, finding.value, finding.description].join(' '),
        ),
    );
    // `'self'` is a danger where people upload files or JSONP is answered. Here nothing is, and
    // hashes of files do not work from disk.
    expect(
      findings.filter((finding) => !/^script-src 'self' 'self' can be problematic/.test(finding)),
    ).toEqual([]);
  });

  test('Netlify’s reader takes every rule of _headers', async () => {
    const { parseAllHeaders } = await load('@netlify/headers-parser/lib/index.js');
    const { site } = await pack('/');
    const { headers, errors } = await parseAllHeaders({
      headersFiles: [join(site, '_headers')],
      minimal: true,
    });
    expect(errors).toEqual([]);
    expect(headers.length).toBeGreaterThanOrEqual(3);
    expect(headers.length).toBeLessThanOrEqual(100);
    const all = headers.find(({ for: path }: { for: string }) => path === '/*');
    expect(all.values['Content-Security-Policy']).toContain("frame-ancestors 'self'");
  });
});
