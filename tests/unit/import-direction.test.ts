import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What each part may import, beside itself. The first that matches a file decides. */
const parts: readonly {
  name: string;
  folder: string;
  parts: readonly string[];
  packages: RegExp;
}[] = [
  { name: 'engine', folder: 'src/wizards/engine/', parts: [], packages: /^$/ },
  // Stores keep records, so what a record is stands before them.
  {
    name: 'export',
    folder: 'src/wizards/export/',
    parts: ['engine'],
    packages: /^(docx|fflate|d3-dsv|ical-generator)$/,
  },
  {
    name: 'stores',
    folder: 'src/wizards/stores/',
    parts: ['engine', 'export'],
    packages: /^(nanostores|@nanostores\/.+)$/,
  },
  {
    name: 'components',
    folder: 'src/wizards/components/',
    parts: ['engine', 'stores', 'export'],
    packages: /^(preact(\/hooks)?|@nanostores\/preact|d3-dsv|uqr)$/,
  },
  {
    name: 'definition',
    folder: 'src/wizards/definition/',
    parts: ['engine'],
    packages: /^(yaml|zod|node:.+)$/,
  },
  { name: 'search', folder: 'src/site/search/', parts: [], packages: /^fastest-levenshtein$/ },
  { name: 'shared', folder: 'src/site/shared/', parts: [], packages: /^$/ },
  {
    name: 'client',
    folder: 'src/site/client/',
    parts: ['stores', 'i18n', 'search', 'shared'],
    packages: /^$/,
  },
  { name: 'i18n', folder: 'src/content/i18n/', parts: [], packages: /^$/ },
  {
    name: 'site',
    folder: 'src/site/',
    parts: ['engine', 'components', 'definition', 'export', 'i18n', 'frames', 'search', 'shared'],
    packages: /./,
  },
  {
    name: 'frames',
    folder: 'src/components/',
    parts: ['engine', 'stores', 'components', 'site', 'client', 'assets', 'i18n'],
    packages: /./,
  },
  { name: 'assets', folder: 'src/assets/', parts: [], packages: /./ },
  { name: 'assets', folder: 'src/styles/', parts: [], packages: /./ },
  {
    name: 'pages',
    folder: 'src/pages/',
    parts: ['engine', 'stores', 'components', 'site', 'frames', 'assets'],
    packages: /./,
  },
];

const partOf = (file: string) => parts.find(({ folder }) => file.startsWith(folder));

/** The faults of one file's imports: what it may not reach for. */
function wrongImports(file: string, source: string): string[] {
  const own = partOf(file);
  if (!own) return [];
  const statement =
    /^\s*(?:import|export)\b[^'"]*?from\s*'([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm;
  const imports = [...source.matchAll(statement)].map((match) => match.slice(1).join(''));
  return imports.flatMap((name) => {
    if (!name.startsWith('.'))
      return own.packages.test(name) ? [] : [`${file} imports the package "${name}"`];
    const target = partOf(relative(root, join(root, dirname(file), name)));
    const isAllowed = target === own || target === undefined || own.parts.includes(target.name);
    return isAllowed || target.name === own.name
      ? []
      : [`${file} (${own.name}) imports ${name} (${target.name})`];
  });
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|tsx|astro)$/.test(file) && !/\.(test|fixtures)\./.test(file))
  .map((file) => join('src', file));

describe('imports run one way: engine → stores → components → pages', () => {
  test('no file imports against the arrow', () => {
    expect(sources.length).toBeGreaterThan(40);
    const wrong = sources.flatMap((file) =>
      wrongImports(file, readFileSync(join(root, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['src/wizards/engine/a.ts', "import { atom } from 'nanostores';"],
    ['src/wizards/engine/a.ts', "import { x } from '../stores/address.ts';"],
    ['src/wizards/engine/a.ts', "const x = await import('node:fs');"],
    ['src/wizards/stores/a.ts', "import { App } from '../components/App/App.tsx';"],
    ['src/wizards/components/A/A.tsx', "import x from '../../../site/dates.ts';"],
    ['src/wizards/components/A/A.tsx', "import x from '../../../pages/x.astro';"],
    ['src/site/client/a.ts', "import { h } from 'preact';"],
  ])('%s with %s is caught', (file, source) => {
    expect(wrongImports(file, source)).toHaveLength(1);
  });
});

describe('code is English', () => {
  test('no Swedish letters stand in code', () => {
    const swedish = sources.filter((file) => {
      const code = readFileSync(join(root, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '')
        .replace(/'[åäöéüÅÄÖ]'|\/\[åäöéü\]\/g|[åäöéüÅÄÖ]: '[a-z]{1,2}'|\[källa|'Vårt råd\.'/g, '');
      return /[åäöÅÄÖ]/.test(code);
    });
    expect(swedish).toEqual([]);
  });
});
