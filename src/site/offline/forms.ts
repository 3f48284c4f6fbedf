import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const idSchema = z.string().regex(/^[a-z-]+$/);

const formsSchema = z.strictObject({
  former: z
    .array(z.strictObject({ id: idSchema, title: z.string(), for: z.string(), text: z.string() }))
    .min(1),
  datorer: z
    .array(
      z.strictObject({
        id: idSchema,
        title: z.string(),
        steps: z.array(z.string()).min(1),
        note: z.string().optional(),
      }),
    )
    .min(1),
});

/**
 * The forms the site can be taken home in, and what to do on which machine.
 *
 * @throws ZodError that names the field.
 */
export function offlineForms(): z.infer<typeof formsSchema> {
  return formsSchema.parse(parse(readFileSync('src/content/offline/former.yaml', 'utf8')));
}
