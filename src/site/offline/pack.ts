import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildDay, swedishDate } from '../dates.ts';
import type { SiteFiles } from '../finish/resolve-links.ts';
import { bundleScript } from '../scripts.ts';
import { t } from '../strings.ts';
import { archive } from './archive.ts';
import { archiveFolder, folderDownload, guideDownloads, version } from './downloads.ts';
import { type Figures, figuresOf, fillFigures } from './figures.ts';
import { type BuiltPage, belongsInFolder, type CopyOptions, folderPage } from './folder-copy.ts';
import { thirdPartyLicences } from './licences.ts';
import { offlineList } from './offline-list.ts';
import { oneFileGuide, type ReadFile } from './one-file.ts';

const downloadPage = 'ladda-ner.html';

/** Licences that go with every copy: path in the project → name in the folder. */
const licences: readonly (readonly [string, string])[] = [
  ['LICENSE', 'LICENSE.txt'],
  ['LICENSE-texts', 'LICENSE-texts.txt'],
  ['src/assets/fonts/OFL.txt', 'LICENSE-font.txt'],
];

/**
 * Makes the forms that work without the network from a finished site, into that site: the folder as
 * an archive, each guide as one file, and the list and worker of "save for offline".
 * Last of all it writes sizes and hashes into the download page, so they are those of the real files.
 *
 * @param names Every file of the finished site.
 * @throws Error when something that a copy must change is not found.
 */
export async function pack(
  folder: string,
  names: readonly string[],
  files: SiteFiles,
  site: string,
): Promise<void> {
  const options: CopyOptions = { site, day: buildDay() };
  const read: ReadFile = (file) => readFileSync(join(folder, file));
  const write = (file: string, contents: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), contents);
  };
  const page = (file: string): BuiltPage => ({ file, html: read(file).toString() });
  const figures = new Map<string, Figures>();
  const publish = ({ id, file }: { id: string; file: string }, contents: Uint8Array) => {
    write(file, contents);
    figures.set(id, figuresOf(contents));
  };

  for (const guide of guideDownloads()) {
    const built = page(`beslutsguider/${guide.id}.html`);
    publish(guide, Buffer.from(oneFileGuide(built, files, read, options)));
  }
  publish(folderDownload, archive(folderContents(names, read, options), options.day));

  const isOff = process.env['OFFLINE_COPY'] === 'off';
  const worker = isOff ? 'src/site/client/worker-off.ts' : 'src/site/client/worker.ts';
  write('sw.js', await bundleScript(worker));
  const { bytes } = offlineList(names, read, options.day);
  const pwa = { bytes, sha256: '' };
  write(downloadPage, fillFigures(page(downloadPage), new Map([...figures, ['app', pwa]])));
  write('offline.json', JSON.stringify(isOff ? {} : offlineList(names, read, options.day)));
}

function folderContents(
  names: readonly string[],
  read: ReadFile,
  options: CopyOptions,
): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  const put = (name: string, bytes: string | Uint8Array) =>
    contents.set(
      `${archiveFolder}/${name}`,
      typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    );
  let hasHiddenNotice = false;
  for (const name of names.filter(belongsInFolder)) {
    const bytes = read(name);
    if (name.endsWith('.css'))
      hasHiddenNotice ||= /\.not-unpacked\{display:none/.test(String(bytes));
    if (!name.endsWith('.html')) {
      put(name, bytes);
      continue;
    }
    const copy = { file: name, html: folderPage({ file: name, html: bytes.toString() }, options) };
    put(name, name === downloadPage ? fillFigures(copy, null) : copy.html);
  }
  if (!hasHiddenNotice)
    throw new Error('No style sheet hides .not-unpacked, which only an archive shows.');
  for (const [from, to] of licences) put(to, readFileSync(from));
  put('LICENSE-others.txt', thirdPartyLicences());
  put(t('copy.readMe').normalize('NFC'), readMe(options));
  return contents;
}

/** With a byte order mark and Windows line ends, so that every editor shows it right. */
function readMe({ site, day }: CopyOptions): string {
  const values: Readonly<Record<string, string>> = { version, date: swedishDate(day), site };
  const text = readFileSync('src/content/offline/las-mig.txt', 'utf8');
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return `\ufeff${filled.replaceAll(/\r?\n/g, '\r\n')}`;
}
