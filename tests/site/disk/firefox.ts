import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DiskBrowser, isOnDisk } from './disk-browser.ts';

/** As people have it: what automation profiles change, the strict policy for files above all, set back. */
const preferences = {
  'security.fileuri.strict_origin_policy': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly type?: string;
  readonly message?: string;
  readonly result?: Record<string, unknown>;
}

/** Firefox by WebDriver BiDi, its own protocol: no driver program and no package. */
export async function openFirefox(program: string): Promise<DiskBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref("${name}", ${value});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    program,
    ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } },
  );
  const faults: string[] = [];
  const socket = await connect(`${await listeningAt(child)}/session`);
  const send = talk(socket, (method, params) => {
    const fault = faultIn(method, params);
    if (fault) faults.push(fault);
  });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
  const { contexts } = (await send('browsingContext.getTree', {})) as {
    contexts: { context: string }[];
  };
  const context = contexts[0]?.context;
  return {
    name: 'Firefox',
    goto: async (url) =>
      void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    async run<Value>(expression: string): Promise<Value> {
      const { type, result, exceptionDetails } = (await send('script.evaluate', {
        expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
        target: { context },
        awaitPromise: true,
      })) as { type: string; result: { value: string }; exceptionDetails?: { text: string } };
      if (type !== 'success') throw new Error(exceptionDetails?.text ?? 'exception');
      return (JSON.parse(result.value) as { value: Value }).value;
    },
    faults: async () => faults,
    async close() {
      socket.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function listeningAt(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stderr?.on('data', (chunk) => {
      printed += chunk;
      const address = printed.match(/listening on (ws:\/\/\S+)/)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`Firefox ended: ${printed}`)));
    child.once('error', reject);
  });
}

function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(socket));
    socket.addEventListener('error', () => reject(new Error(`no answer from ${address}`)));
  });
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>;

function talk(socket: WebSocket, onEvent: (method: string, params: unknown) => void): Send {
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id === undefined) onEvent(reply.method ?? '', reply.params);
    else waiting.get(reply.id)?.(reply);
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ type, message, result }) => {
        if (type === 'error') reject(new Error(`${method}: ${message}`));
        else resolve(result ?? {});
      });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

function faultIn(method: string, params: unknown): string | null {
  if (method === 'log.entryAdded') {
    const { level, text } = params as { level: string; text: string };
    // NS_BINDING_ABORTED: the test went on to the next page before a font had come.
    const isCutShort = text.includes('status=2152398850');
    return level === 'error' && !isCutShort ? `console: ${text}` : null;
  }
  const { request } = params as { request: { url: string } };
  return isOnDisk(request.url) ? null : `request: ${request.url}`;
}
