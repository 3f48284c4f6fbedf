import * as z from 'zod';
import { wizardSchema } from './schema.ts';

/**
 * The schema of definitions for editors: completion, descriptions and errors while typing.
 * Written by `node scripts/wizards.ts schema`.
 */
export function definitionJsonSchema(): string {
  const schema = z.toJSONSchema(wizardSchema, { io: 'input' });
  return `${JSON.stringify({ title: 'Decision guide', ...schema }, null, 2)}\n`;
}
