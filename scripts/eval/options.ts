import { parseArgs } from "node:util";
import { z } from "zod";

export const USAGE = `npm run eval -- [options]          compares engines on questions with known answers

  On a copy of this desk: its settled drafts, and the corrections that the desk must not get wrong
  again. The desk must be stopped meanwhile. Nothing is sent, and the desk itself stays as it is.

  --data DIR        instead: questions of DIR/train.csv are taught to an empty desk, those of
                    DIR/test.csv are asked (text,category)
  --demo            instead: the settled drafts of the demo desk
  --provider NAME   also a provider of this desk, as often as you like; it costs what it costs
  --stub            also a stub of a model, which repeats passages: no key, no cost
  --tickets N       questions that each engine is asked (50)
  --learn N         with --data: questions that are taught before (300)
  --json FILE       write the figures

Without a provider the desk's own core is measured alone; no key is needed for that.`;

const Options = z
  .object({
    data: z.string().optional(),
    demo: z.boolean().default(false),
    provider: z.array(z.string()).default([]),
    stub: z.boolean().default(false),
    tickets: z.coerce.number().int().min(1).max(10_000).default(50),
    learn: z.coerce.number().int().min(0).max(10_000).default(300),
    json: z.string().optional(),
  })
  .refine(({ data, demo }) => !(data && demo), { message: "--data or --demo, not both" });
export type Options = z.output<typeof Options>;

/** @throws {Error} for unknown options and values out of range, with a message for people */
export function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ data: text, demo: flag, provider: { ...text, multiple: true } },
      ...{ stub: flag, tickets: text, learn: text, json: text },
    },
  });
  const parsed = Options.safeParse(values);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => issue.message).join("\n"));
  }
  return parsed.data;
}
