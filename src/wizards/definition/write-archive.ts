import { stringify } from 'yaml';
import type { Wizard } from '../engine/types.ts';
import type { Archive } from '../engine/versions/archive.ts';
import type { ArchivedLogic } from '../engine/versions/logic.ts';
import { archiveVersion } from '../engine/versions/sample-links.ts';

const HEAD = `# Codes and links of every published version. Written by "npm run wizards -- archive".
# Never edit by hand: saved links are opened with it.
`;

/** The archive with the version of a guide added, or put in the place of the same version. */
export function addToArchive(archive: Archive | undefined, wizard: Wizard): Archive {
  const older = archive?.versions.filter(({ version }) => version !== wizard.version) ?? [];
  const versions = [...older, archiveVersion(wizard)];
  return { id: wizard.id, versions: versions.sort((a, b) => a.version - b.version) };
}

/** The text of an archive: one line a question and one a link, so that changes are easy to read. */
export function writeArchive({ id, versions }: Archive): string {
  const line = (value: object) =>
    stringify(value, { collectionStyle: 'flow', flowCollectionPadding: true, lineWidth: 0 }).trim();
  const list = (name: string, items: readonly object[], indent = '    ') =>
    items.length
      ? `${indent}${name}:\n${items.map((item) => `${indent}  - ${line(item)}\n`).join('')}`
      : `${indent}${name}: []\n`;
  const logicText = ({ hit, ...lists }: ArchivedLogic) =>
    `    logic:\n      hit: ${hit}\n${Object.entries(lists)
      .map(([name, items]) => list(name, items, '      '))
      .join('')}`;
  const blocks = versions.map(
    ({ version, questions, links, logic }) =>
      `  - version: ${version}\n${list('questions', questions)}${list('links', links)}${logic ? logicText(logic) : ''}`,
  );
  return `${HEAD}id: ${id}\nversions:\n${blocks.join('')}`;
}
