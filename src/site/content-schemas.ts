/** Shapes of the content that is data: sources, dated facts, glossary, roles. */
import { z } from 'zod';
import { withFixedSpaces } from './fixed-spaces.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower case ASCII words joined by dashes');

/** A year, a month or a day: `2029`, `2026-07`, `2026-12-01`. YAML may hand over a number. */
const partialDate = z
  .union([z.string(), z.number(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)))
  .pipe(
    z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a year, a month or a day: 2026-12-01'),
  );

export const sourceSchema = z.strictObject({
  id,
  title: z.string().min(3),
  /** Of the title, when it is not Swedish: `en`. Read out so, and left alone by the language check. */
  lang: z.string().length(2).optional(),
  publisher: z.string().min(2),
  url: z
    .string()
    .regex(/^(https?:\/\/|\/)\S+$/, 'write a full https address, or /page/ on this site'),
  /** When the source itself was published or last changed. */
  date: partialDate.optional(),
  /** When somebody of this project last read it. */
  checked: partialDate,
  /** When to read it again; a year after it was read when nothing is said. */
  reviewBy: partialDate.optional(),
  kind: z.string().min(2),
  /** `original`: the publisher's own text. `andrahand`: retold by somebody else. */
  read: z.enum(['original', 'andrahand']),
});

export const factSchema = z.strictObject({
  id,
  topic: z.string(),
  title: z.string().min(3),
  /** Fits in the middle of a sentence. */
  value: z.string().min(1).transform(withFixedSpaces),
  /** Stands on its own. */
  text: z.string().min(10).transform(withFixedSpaces),
  status: z.enum(['bekraftad', 'plan', 'andrahand', 'obekraftad']),
  /** When it happens or happened, for the timeline. */
  when: partialDate.optional(),
  sources: z.array(id).min(1),
  checked: partialDate,
  reviewBy: partialDate,
  ask: z.string().min(2),
});

export const termSchema = z.strictObject({
  id,
  term: z.string().min(1),
  en: z.string().min(1).optional(),
  text: z.string().min(10).transform(withFixedSpaces),
  forms: z.array(z.string()).default([]),
  source: id.optional(),
  see: z.array(id).default([]),
});

export const roleSchema = z.strictObject({
  id,
  name: z.string(),
  short: z.string(),
  text: z.string(),
});

/** A change note for readers. */
export const newsSchema = z.strictObject({
  id,
  date: z
    .union([z.string(), z.date()])
    .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
    .pipe(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day: 2026-11-23')),
  kind: z.enum(['nytt', 'andrat', 'rattat']),
  title: z.string().min(5),
  text: z.string().min(40),
  pages: z
    .array(z.string().regex(/^\/([a-z0-9-]+\/)+\*?$/, 'write /an/address/ or /area/*'))
    .min(1),
});

export type NewsItem = z.infer<typeof newsSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type DatedFact = z.infer<typeof factSchema>;
export type Term = z.infer<typeof termSchema>;
export type Role = z.infer<typeof roleSchema>;
