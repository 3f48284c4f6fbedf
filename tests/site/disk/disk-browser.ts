/**
 * What the scenario from disk needs of a browser, so that one scenario runs in three engines that
 * are driven in three ways.
 */
export interface DiskBrowser {
  readonly name: string;
  /** Opens an address and waits until the page has loaded. */
  goto(url: string): Promise<void>;
  /** The value of a JavaScript expression in the page; it must be plain data. */
  run<Value>(expression: string): Promise<Value>;
  /** Console errors and requests off the disk so far, as far as the engine tells. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Waits until an expression is true in the page. */
export async function until(browser: DiskBrowser, expression: string): Promise<void> {
  const started = Date.now();
  while (Date.now() - started < 15_000) {
    // While the page changes there may be nothing to ask.
    if (await browser.run<boolean>(`Boolean(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${browser.name}: waited in vain for ${expression}`);
}

/** Clicks the first element that a selector finds, once it is there. */
export async function click(browser: DiskBrowser, selector: string): Promise<void> {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  await until(browser, element);
  await browser.run(`${element}.click()`);
}

export const isOnDisk = (url: string): boolean => /^(file|data|blob|about):/.test(url);
