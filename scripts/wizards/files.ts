import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readContext } from '../../src/wizards/definition/read-context.ts';
import {
  type ReadDefinition,
  readDefinition,
} from '../../src/wizards/definition/read-definition.ts';
import type { Wizard } from '../../src/wizards/engine/types.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const DEFINITIONS = join(ROOT, 'src/wizards/definitions');

/** What the commands have in common. */
export interface Options {
  readonly isJson: boolean;
  /** ISO date. */
  readonly today: string;
}

export interface ReadFile extends ReadDefinition {
  /** As it is shown: from the folder the command was run in. */
  readonly file: string;
}

/** Wrong use of a command: shown without a stack, and the exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Files as given, the definitions of folders as given, or those of the site when none is given. */
export function findFiles(given: readonly string[]): readonly string[] {
  const places = given.length ? given.map((place) => resolve(place)) : [DEFINITIONS];
  return places.flatMap((place) => (isFolder(place) ? definitionsIn(place) : [place]));
}

function isFolder(place: string): boolean {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`${place} does not exist.`);
  return found.isDirectory();
}

function definitionsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => join(folder, file));
}

/** Read and check definitions. */
export function readFiles(given: readonly string[], { today }: Options): readonly ReadFile[] {
  const context = readContext(ROOT, today);
  return findFiles(given).map((file) => {
    const name = relative(process.cwd(), file) || file;
    return { file: name, ...readDefinition(readFileSync(file, 'utf8'), name, context) };
  });
}

/** The one definition a command is about. Findings are no hindrance as long as it can be read. */
export function readWizard(file: string | undefined, options: Options): Wizard {
  if (file === undefined) throw new UsageError('Name a definition.');
  const [read] = readFiles([file], options);
  const errors = read?.findings.filter(({ severity }) => severity === 'error') ?? [];
  const unusable = errors.filter(({ check }) => UNREADABLE.includes(check));
  if (read?.wizard && !unusable.length) return read.wizard;
  throw new UsageError(`${file} has faults. Run \`npm run wizards -- check ${file}\` first.`);
}

/** With these the rest cannot be worked out. */
const UNREADABLE = [
  'yaml',
  'shape',
  'unknown-id',
  'later-fact',
  'id-repeated',
  'code-repeated',
  'wrong-test',
  'bounds',
  'too-many-situations',
];

/** JSON with big integers as text of digits: they may be larger than a JSON reader can hold. */
export function printJson(value: unknown): void {
  const write = (_: string, part: unknown) => (typeof part === 'bigint' ? String(part) : part);
  console.log(JSON.stringify(value, write, 2));
}

/** 3 456 in groups of three, as text. */
export function formatCount(count: bigint | number): string {
  const text = String(count);
  if (text.length > 30) return `more than 10^${text.length - 1}`;
  return text.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}
