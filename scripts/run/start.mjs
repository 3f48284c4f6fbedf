import { run as build } from './build.mjs';
import { fail } from './say.mjs';
import { serveSite } from './serve.mjs';

/** Builds and serves the finished site until it is stopped with Ctrl C. */
export async function run() {
  const status = await build();
  if (status !== 0) return status;
  const port = Number(process.env.PORT ?? 4321);
  try {
    await serveSite(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    fail(
      `Port ${port} is taken by another program.`,
      `Stop it, or choose another: PORT=${port + 1} npm start`,
    );
  }
  console.log(`\nSkoldigistöd: http://localhost:${port}\nStop with Ctrl C.`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  process.exit(0);
}
