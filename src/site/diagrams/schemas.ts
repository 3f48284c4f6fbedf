/** Shapes of the pictures in `src/content/diagrams/`: what they say, never where it stands. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const words = z.string().min(2);
const common = {
  /** What the picture shows, as a heading for those who do not see it. */
  title: words,
  /** Under the picture. */
  caption: words,
};

/** A path that goes from one party to another. */
const lanes = z.strictObject({
  draw: z.literal('lanes'),
  ...common,
  lanes: z
    .array(z.strictObject({ id, label: words }))
    .min(2)
    .max(3),
  steps: z
    .array(z.strictObject({ lane: id, text: words }))
    .min(3)
    .max(7),
});

/** From sources through a gate to receivers. */
const flow = z.strictObject({
  draw: z.literal('flow'),
  ...common,
  nodes: z.array(
    z.strictObject({
      id,
      title: words,
      text: words.optional(),
      part: z.enum(['source', 'gate', 'end']),
    }),
  ),
  edges: z.array(z.strictObject({ from: id, to: id, text: words.optional() })),
});

/** Questions down a trunk; each yes leaves it. */
const choices = z.strictObject({
  draw: z.literal('choices'),
  ...common,
  yes: words,
  no: words,
  questions: z.array(z.strictObject({ ask: words, title: words, text: words })).min(2),
  last: z.strictObject({ title: words, text: words }),
});

/** Doors that lead to one stair. */
const stairs = z.strictObject({
  draw: z.literal('stairs'),
  ...common,
  doors: z.array(words).min(2).max(3),
  way: words,
  stairs: z
    .array(z.strictObject({ title: words, who: words, text: words }))
    .min(3)
    .max(4),
  back: words,
});

/** Steps on a way that opens and closes. */
const waves = z.strictObject({
  draw: z.literal('waves'),
  ...common,
  /** `opens`: here the way is widest. */
  steps: z
    .array(z.strictObject({ title: words, text: words, opens: z.boolean().default(false) }))
    .min(4),
  back: z.strictObject({ from: z.number().int(), to: z.number().int(), text: words }),
});

export const diagramSchema = z.discriminatedUnion('draw', [lanes, flow, choices, stairs, waves]);

export type Diagram = z.infer<typeof diagramSchema>;
export type Lanes = z.infer<typeof lanes>;
export type Flow = z.infer<typeof flow>;
export type Choices = z.infer<typeof choices>;
export type Stairs = z.infer<typeof stairs>;
export type Waves = z.infer<typeof waves>;
