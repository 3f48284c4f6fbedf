import type { TestProject } from 'vitest/node';
import { serveSite } from '../../scripts/run/serve.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
  }
}

/** Serves the built site on a free port for the whole suite. */
export default async function serve(project: TestProject) {
  const { port, close } = await serveSite(0);
  project.provide('origin', `http://localhost:${port}`);
  return close;
}
