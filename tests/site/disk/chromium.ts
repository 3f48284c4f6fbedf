import { newPage } from '../browser.ts';
import { type DiskBrowser, isOnDisk } from './disk-browser.ts';

export async function openChromium(): Promise<DiskBrowser> {
  const { page, context } = await newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    if (!isOnDisk(request.url())) faults.push(`request: ${request.url()}`);
  });
  return {
    name: 'Chromium',
    goto: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    faults: async () => faults,
    close: () => context.close(),
  };
}
