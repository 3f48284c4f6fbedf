/** The project's own words, beside the dictionary's: names, terms and English that is allowed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const groupSchema = z.strictObject({
  group: z.string(),
  /** Why these may stand in a text though no dictionary has them. */
  reason: z.string().min(20),
  /** `kontosynk`, or `synk ~ länk`: bent and joined as `länk` is. */
  words: z.array(z.string().regex(/^\S+( ~ \S+)?$/, 'write "word" or "word ~ a word bent alike"')),
});

export interface OwnWord {
  readonly word: string;
  readonly like: string | undefined;
}

export interface WordGroup {
  readonly group: string;
  readonly reason: string;
  readonly words: readonly OwnWord[];
}

export const ownWordsFile = 'src/content/language/words.yaml';

/** @throws ZodError or YAML error when the file has another shape. */
export function readOwnWords(root: string): readonly WordGroup[] {
  return parseOwnWords(readFileSync(join(root, ownWordsFile), 'utf8'));
}

export function parseOwnWords(source: string): readonly WordGroup[] {
  return z
    .array(groupSchema)
    .parse(parse(source))
    .map(({ words, ...group }) => ({
      ...group,
      words: words.map((entry) => {
        const [word = '', like] = entry.split(' ~ ');
        return { word, like };
      }),
    }));
}
