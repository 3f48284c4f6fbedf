/**
 * Lays the built site for hosts in `release/hosting/`: compressed files, nginx, Caddy, `_headers`,
 * object storage, container. See docs/hosting.md.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packForHosts } from './hosting/pack-for-hosts.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    root: { type: 'string', default: '/srv/skoldigistod' },
    port: { type: 'string', default: '8080' },
    contact: { type: 'string' },
    to: { type: 'string', default: join(root, 'release/hosting') },
  },
});
try {
  const { files, bytes, sent } = await packForHosts({
    from: join(root, 'dist'),
    to: values.to,
    base: values.base,
    root: values.root,
    port: Number(values.port),
    contact: values.contact,
    today: new Date(),
  });
  const kB = (count: number) => `${Math.round(count / 1000)} kB`;
  console.log(`${files} files, ${kB(bytes)}, ${kB(sent)} when compressed, in ${values.to}`);
  if (!values.contact) {
    console.log('No security.txt: say where faults are told with --contact mailto:name@host');
  }
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
