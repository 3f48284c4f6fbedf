import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContext } from '../wizards/definition/read-context.ts';
import { formatFinding, readDefinition } from '../wizards/definition/read-definition.ts';
import type { Wizard } from '../wizards/engine/types.ts';
import type { History } from '../wizards/engine/versions/migrate.ts';
import { contentData } from './content-data.ts';
import { buildDay } from './dates.ts';
import { withFixedSpaces } from './fixed-spaces.ts';

const folder = 'src/wizards/definitions';
/** The order the guides are shown in; one that is not named here stands last. */
const order = [
  'e-legitimation-personal',
  'elevinloggning',
  'federation-och-idp',
  'kontosynk',
  'ar-vi-redo',
  'upphandlingsvag',
  'kravguide',
  'far-vi-anvanda-verktyget',
  'supportorganisation',
  'metodval',
  'digital-mognad',
  'samverka-eller-bygga',
];

let cached: readonly Wizard[] | undefined;
let histories: ReadonlyMap<string, History> = new Map();

/**
 * Every guide, checked, dated facts filled in, in the order they are shown.
 *
 * @throws Error that lists every fault in every definition, with file, line and remedy, so that
 *   the build stops before a broken guide is published.
 */
export function allWizards(): readonly Wizard[] {
  cached ??= readAllWizards();
  return cached;
}

/** Reads the definitions anew: they may have changed while an author works. */
export function readAllWizards(): readonly Wizard[] {
  const context = readContext(process.cwd(), buildDay());
  const read = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const file = join(folder, name);
      return readDefinition(readFileSync(file, 'utf8'), file, context);
    });
  const errors = read
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new Error(
      `${errors.length} faults in the guides:\n\n${errors.map(formatFinding).join('\n\n')}`,
    );
  }
  histories = new Map(
    read.flatMap(({ wizard, migrations }) => {
      const versions = (wizard && context.archives?.get(wizard.id)?.versions) ?? [];
      return wizard ? [[wizard.id, { versions, migrations }] as const] : [];
    }),
  );
  const place = (id: string) => (order.indexOf(id) + order.length + 1) % (order.length + 1);
  return read
    .flatMap(({ wizard }) => (wizard ? [withFacts(wizard)] : []))
    .sort((a, b) => place(a.id) - place(b.id));
}

/** Every published version of a guide, and how answers are carried over to the current one. */
export function historyOf(id: string): History {
  allWizards();
  return histories.get(id) ?? { versions: [], migrations: [] };
}

/**
 * The guide with an id.
 *
 * @param place Named in the error: where the id stands.
 * @throws Error when there is none.
 */
export function wizardById(id: string, place: string): Wizard {
  const wizard = allWizards().find((candidate) => candidate.id === id);
  if (!wizard) throw new Error(`${place}: "${id}" is no guide. Hint: see src/wizards/definitions.`);
  return wizard;
}

/** `[[fact-id]]` in any text of a guide becomes the fact's value. */
function withFacts<T>(value: T): T {
  if (typeof value === 'string') {
    const { facts } = contentData();
    return withFixedSpaces(value).replace(
      /\[\[([a-z0-9-]+)\]\]/g,
      (whole, id: string) => facts.get(id)?.value ?? whole,
    ) as T;
  }
  if (Array.isArray(value)) return value.map(withFacts) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withFacts(item)]),
    ) as T;
  }
  return value;
}
