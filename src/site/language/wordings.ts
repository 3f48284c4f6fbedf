/** Wordings to avoid, each with its reason and what to write instead: `src/content/language/wordings.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Passage, withoutReferences } from './passages.ts';

const wordingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** A regular expression. `\b` is the edge of a word with Swedish letters too. */
  find: z.string(),
  /** Capitals count. */
  exact: z.boolean().default(false),
  /** `interface`: only in the texts of the interface. `own`: not inside quotation marks. */
  where: z.enum(['everywhere', 'interface', 'own']).default('everywhere'),
  because: z.string().min(10),
  instead: z.string().min(1),
  /** Files, or beginnings of their names, where it may stand. */
  except: z.array(z.string()).default([]),
  /** Texts it must find, and texts it must let be: the tests of the expression. */
  caught: z.array(z.string()).min(1),
  fine: z.array(z.string()).default([]),
});

export interface Wording extends z.infer<typeof wordingSchema> {
  readonly pattern: RegExp;
}

export interface FoundWording {
  readonly wording: Wording;
  readonly passage: Passage;
  /** What stands in the text. */
  readonly found: string;
}

export const wordingsFile = 'src/content/language/wordings.yaml';

/** @throws ZodError, YAML error or SyntaxError when the file has another shape. */
export function readWordings(root: string): readonly Wording[] {
  const list: unknown = parse(readFileSync(join(root, wordingsFile), 'utf8'));
  return z
    .array(wordingSchema)
    .parse(list)
    .map((wording) => ({ ...wording, pattern: expression(wording.find, wording.exact) }));
}

const letter = '[\\p{L}\\p{N}]';
const edge = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`;

function expression(find: string, isExact: boolean): RegExp {
  return new RegExp(find.replaceAll('\\b', edge), isExact ? 'gu' : 'giu');
}

/** Titles of sources are their publishers' wordings, not ours. */
const othersTexts = 'src/content/sources/';

/** Every wording to avoid that stands in the passages. */
export function findWordings(
  passages: readonly Passage[],
  wordings: readonly Wording[],
): readonly FoundWording[] {
  return passages
    .filter(({ file }) => !file.startsWith(othersTexts))
    .flatMap((passage) => wordings.flatMap((wording) => inPassage(passage, wording)));
}

function inPassage(passage: Passage, wording: Wording): readonly FoundWording[] {
  if (wording.where === 'interface' && passage.kind !== 'interface') return [];
  if (wording.except.some((place) => passage.file.startsWith(place))) return [];
  return matches(passage.text, wording).map((found) => ({ wording, passage, found }));
}

/** What a wording finds in one text. */
export function matches(text: string, wording: Wording): readonly string[] {
  const plain = withoutReferences(text);
  const searched = wording.where === 'own' ? plain.replace(/”[^”]*”/g, '”…”') : plain;
  return [...searched.matchAll(wording.pattern)].map(([found]) => found);
}
