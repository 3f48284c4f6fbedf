import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const choice = z.strictObject({
  label: z.string(),
  links: z.array(z.string().startsWith('/')).min(1),
});

const startSchema = z.strictObject({
  title: z.string(),
  lead: z.string(),
  roleTitle: z.string(),
  situationTitle: z.string(),
  stateTitle: z.string(),
  stateMore: z.string(),
  guidesTitle: z.string(),
  areasTitle: z.string(),
  continueTitle: z.string(),
  facts: z.array(z.string()),
  roles: z.array(choice),
  situations: z.array(choice),
});

export type StartPage = z.infer<typeof startSchema>;

/**
 * The texts and choices of the start page.
 *
 * @throws Error from zod that names the faulty key.
 */
export function startPage(): StartPage {
  return startSchema.parse(parse(readFileSync('src/content/start.yaml', 'utf8')));
}
