import packageJson from '../../../package.json' with { type: 'json' };
import { allWizards } from '../wizards.ts';

/** A file on the published site that is there to be downloaded. */
export interface Download {
  /** How the page names it: `mapp`, or the id of a guide. */
  readonly id: string;
  /** From the root of the site: `ladda-ner/skoldigistod-0.1.0.zip`. */
  readonly file: string;
}

export const version: string = packageJson.version;

/** The one folder at the top of the archive. */
export const archiveFolder = `skoldigistod-${version}`;

export const folderDownload: Download = {
  id: 'mapp',
  file: `ladda-ner/${archiveFolder}.zip`,
};

/** Each decision guide as one file. */
export function guideDownloads(): Download[] {
  return allWizards().map(({ id }) => ({ id, file: `ladda-ner/guider/${id}.html` }));
}

/** What the packing adds to the built site: the links to it are checked before it is there. */
export function packedFiles(): string[] {
  return [folderDownload, ...guideDownloads()].map(({ file }) => file);
}
