/**
 * Published in the place of the service worker when saving for offline has to be switched off
 * (`OFFLINE_COPY=off npm run build`): takes every saved copy away, and then itself.
 */
import { deleteCaches } from './saved-copy.ts';

interface WorkerScope {
  skipWaiting(): Promise<void>;
  readonly registration: ServiceWorkerRegistration;
}
interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

const worker = globalThis as unknown as WorkerScope;

addEventListener('install', () => void worker.skipWaiting());
addEventListener('activate', (event) => {
  const leave = async () => {
    await deleteCaches([]);
    await worker.registration.unregister();
  };
  (event as ExtendableEvent).waitUntil(leave());
});
