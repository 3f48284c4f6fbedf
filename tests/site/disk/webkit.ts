import { spawn } from 'node:child_process';
import { type DiskBrowser, isOnDisk } from './disk-browser.ts';

/**
 * WebKitGTK by its own driver and plain WebDriver calls.
 *
 * WebDriver tells no console: a probe counts errors and policy violations from the page's start of
 * life on, and the browser's list of fetched resources shows what left the disk.
 */
export async function openWebKit(driver: string, miniBrowser: string): Promise<DiskBrowser> {
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(driver, [`--port=${port}`], { stdio: 'ignore' });
  const call = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: Value & { message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value?.message}`);
    return value;
  };
  await untilReady(() => call('GET', '/status'));
  const options = { binary: miniBrowser, args: ['--automation'] };
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const at = `/session/${sessionId}`;
  const run = <Value>(expression: string) =>
    call<Value>('POST', `${at}/execute/sync`, { script: `return (${expression});`, args: [] });
  const faults: string[] = [];
  const look = async () => {
    const fetched = await run<string[]>(
      "performance.getEntriesByType('resource').map((entry) => entry.name)",
    );
    faults.push(...fetched.filter((url) => !isOnDisk(url)).map((url) => `request: ${url}`));
    const unstyled = await run<boolean>("getComputedStyle(document.body).display !== 'flex'");
    if (unstyled) faults.push(`${await run<string>('location.href')} has no style`);
  };
  return {
    name: 'WebKitGTK',
    async goto(url) {
      await call('POST', `${at}/url`, { url });
      await look();
    },
    run,
    async faults() {
      await look();
      return faults;
    },
    async close() {
      await call('DELETE', at).catch(() => undefined);
      child.kill();
    },
  };
}

async function untilReady(ask: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await ask();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('WebKitWebDriver does not answer');
}
