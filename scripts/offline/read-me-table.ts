/** What `scripts/offline/measure.ts` found. */
export interface OfflineResult {
  readonly measured: string;
  readonly machine: string;
  readonly folder: { readonly bytes: number; readonly openMs: number };
  readonly app: { readonly bytes: number; readonly saveMs: number };
  readonly guide: { readonly largestBytes: number; readonly openMs: number };
  readonly kiwix: { readonly bytes: number | null };
}

const kB = (bytes: number) =>
  `${Math.round(bytes / 1000)
    .toString()
    .replace(/(\d)(?=(\d{3})+$)/g, '$1 ')} kB`;

/** The table of the README, in its language. */
export function readMeTable({
  measured,
  machine,
  folder,
  app,
  guide,
  kiwix,
}: OfflineResult): string {
  const rows = [
    ['Form', 'Storlek', 'Tid'],
    ['---', '---', '---'],
    [
      'hela webbplatsen som mapp (zip)',
      kB(folder.bytes),
      `${folder.openMs} ms att öppna från disk`,
    ],
    ['sparad i webbläsaren', kB(app.bytes), `${app.saveMs} ms att spara`],
    [
      'en guide i en fil (den största)',
      kB(guide.largestBytes),
      `${guide.openMs} ms att öppna från disk`,
    ],
    ['Kiwix (ZIM)', kiwix.bytes === null ? '–' : kB(kiwix.bytes), '–'],
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  return `${table}\n\nMätt ${measured} på ${machine}: \`benchmarks/results/offline.json\`.`;
}

const place = /(<!-- offline -->\n)[\s\S]*?(\n<!-- \/offline -->)/;

/** @throws Error when the README has no place for the table. */
export function readMeWith(readMe: string, table: string): string {
  if (!place.test(readMe))
    throw new Error('README.md has no <!-- offline --> … <!-- /offline -->.');
  return readMe.replace(place, (_all, start: string, end: string) => start + table + end);
}
