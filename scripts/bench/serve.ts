/**
 * Requests a second: the shipped nginx configuration against the same nginx on a plain file of the same
 * bytes without headers, by `wrk`. And a mixed load of every file, counting answers that are not right.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../src/site/finish.ts';
import { packForHosts } from '../hosting/pack-for-hosts.ts';

const root = join(import.meta.dirname, '../..');
const rounds = 7;
const seconds = 4;
const mixed = 1_000_000;
const page = 'e-legitimation/elever.html';
const [ours, plain] = [18080, 18081];

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Measures, writes `benchmarks/results/serve.json` and says it. */
export async function run(): Promise<void> {
  if (spawnSync('which', ['wrk']).status !== 0) {
    throw new Error('wrk is missing.\nHint: on Debian: apt-get install wrk nginx');
  }
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  execFileSync('chmod', ['a+rx', folder]);
  const to = join(folder, 'packed');
  const site = join(to, 'site');
  await packForHosts({
    from: join(root, 'dist'),
    to,
    base: '/',
    root: site,
    port: ours,
    today: new Date(),
  });
  const server = startNginx(folder, to, site);
  try {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const results = measure();
    const load = mixedLoad(folder, listFiles(site));
    const version = spawnSync('nginx', ['-v'], { encoding: 'utf8' }).stderr.trim();
    const result = {
      measured: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} kärnor, ${version.replace(/^.*?: /, '')}`,
      how: `wrk with 2 threads and 32 connections for ${seconds} s, ${rounds} rounds in alternation, the same compressed bytes of ${page}. wrk shares the processors with nginx.`,
      ...results,
      mixed: load,
    };
    mkdirSync(join(root, 'benchmarks/results'), { recursive: true });
    writeFileSync(
      join(root, 'benchmarks/results/serve.json'),
      `${JSON.stringify(result, null, 2)}\n`,
    );
    console.log(JSON.stringify(result, null, 2));
  } finally {
    await new Promise((resolve) => {
      server.on('exit', resolve);
      server.kill('SIGTERM');
    });
    rmSync(folder, { recursive: true, force: true });
  }
}

function startNginx(folder: string, to: string, site: string): ChildProcess {
  mkdirSync(join(folder, 'plain'));
  writeFileSync(join(folder, 'plain/page.bin'), readFileSync(join(site, `${page}.br`)));
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  const own = readFileSync(join(to, 'nginx/skoldigistod.conf'), 'utf8')
    .replaceAll(/listen \[::\].*\n/g, '')
    .replace('/etc/nginx/snippets/', join(to, 'nginx/'));
  const bare = `server { listen ${plain}; root ${folder}/plain; sendfile on; tcp_nopush on; open_file_cache max=4000 inactive=10m; open_file_cache_valid 30s; }\n`;
  writeFileSync(join(folder, 'here.conf'), own + bare);
  writeFileSync(
    join(folder, 'nginx.conf'),
    readFileSync(join(to, 'nginx/container.conf'), 'utf8')
      .replaceAll('/tmp/', `${folder}/`)
      .replace('/etc/nginx/conf.d/*.conf', join(folder, 'here.conf')),
  );
  return spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']);
}

function measure() {
  const sides = { ours: [] as number[], plain: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    sides.ours.push(requestsPerSecond(`http://127.0.0.1:${ours}/${page}`));
    sides.plain.push(requestsPerSecond(`http://127.0.0.1:${plain}/page.bin`));
  }
  const ratios = sides.ours.map((value, at) => value / (sides.plain[at] ?? 1));
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    requestsPerSecond: { ours: median(sides.ours), plain: median(sides.plain) },
    ratio: round(median(ratios)),
    spread: [round(Math.min(...ratios)), round(Math.max(...ratios))],
  };
}

function requestsPerSecond(address: string): number {
  const { stdout } = spawnSync(
    'wrk',
    ['-t2', '-c32', `-d${seconds}s`, '-H', 'Accept-Encoding: br', address],
    { encoding: 'utf8' },
  );
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return Math.round(Number(stdout.match(/Requests\/sec:\s+([\d.]+)/)?.[1]));
}

/** Every file of the site in turn, with and without compression, some "not changed". */
function mixedLoad(folder: string, files: readonly string[]) {
  const addresses = files.filter((file) => !/\.(br|gz)$|404|_headers|_redirects/.test(file));
  const script = join(folder, 'mixed.lua');
  writeFileSync(
    script,
    `local paths = {${addresses.map((file) => JSON.stringify(`/${file}`)).join(',')}}
local kinds = {"br", "gzip", "identity"}
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", paths[n % #paths + 1], {["Accept-Encoding"] = kinds[n % 3 + 1], ["Range"] = n % 50 == 0 and "bytes=0-99" or nil})
end
local threads = {}
function setup(thread) table.insert(threads, thread) end
bad = 0
response = function(status) if status ~= 200 and status ~= 206 then bad = bad + 1 end end
done = function(summary)
  local wrong = 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("bad") end
  io.write(string.format("REQUESTS %d WRONG %d\\n", summary.requests, wrong + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
`,
  );
  let [requests, wrong] = [0, 0];
  while (requests < mixed) {
    const { stdout } = spawnSync(
      'wrk',
      ['-t2', '-c32', '-d20s', '--timeout', '30s', '-s', script, `http://127.0.0.1:${ours}`],
      { encoding: 'utf8' },
    );
    const [, done = '0', bad = '0'] = stdout.match(/REQUESTS (\d+) WRONG (\d+)/) ?? [];
    if (Number(done) === 0) throw new Error(stdout);
    requests += Number(done);
    wrong += Number(bad);
  }
  return { requests, wrong, files: addresses.length };
}
