import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { wizardLoader } from './site/wizard-loader.ts';

const isoDay = z
  .union([z.string(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .pipe(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day: 2026-11-23'));

/** Front matter of a guidance page. Everything a reader needs to judge the text is required. */
const guidance = z.object({
  description: z.string().min(40).max(170),
  summary: z.array(z.string()).length(3),
  order: z.number().int(),
  roles: z.array(z.string()).min(1),
  reviewed: isoDay,
  reviewBy: isoDay,
  sources: z.array(z.string()).min(1),
  wizards: z.array(z.string()).default([]),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: guidance }) }),
  i18n: defineCollection({
    loader: i18nLoader(),
    schema: i18nSchema({ extend: z.object({}).catchall(z.string()) }),
  }),
  wizards: defineCollection({ loader: wizardLoader() }),
};
