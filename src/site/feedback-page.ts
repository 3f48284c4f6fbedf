import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.strictObject({
  vill: z.array(z.string()).min(1),
  regler: z.array(z.string()).min(1),
  sedan: z.string(),
});

/**
 * The texts of the page of opinions.
 *
 * @throws ZodError that names the field.
 */
export function feedbackPage(): z.infer<typeof schema> {
  return schema.parse(parse(readFileSync('src/content/synpunkter.yaml', 'utf8')));
}
