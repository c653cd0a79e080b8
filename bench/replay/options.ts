import { parseArgs } from "node:util";
import { z } from "zod";

/** Share of wrong answers when `--noise` stands alone. */
const USUAL_NOISE = "0.05";

/** 0.05, 5 and 5% all say the same; from 1 on it is percent. */
const Share = z.preprocess((value) => {
  if (typeof value !== "string" || value.trim() === "") return value;
  const number = Number(value.replace(/%$/, ""));
  return number >= 1 || value.endsWith("%") ? number / 100 : number;
}, z.number("--noise takes a share or percents, e.g. 0.05 or 5").min(0).max(0.9));

const Options = z
  .object({
    data: z.string().optional(),
    faq: z.string().optional(),
    incremental: z.boolean().default(false),
    noise: Share.default(0),
    audit: z.boolean().default(false),
    all: z.boolean().default(false),
    fast: z.boolean().default(false),
    seed: z.coerce.number().int().min(0).default(1),
    seeds: z.coerce.number().int().min(1).max(20).default(1),
    limit: z.coerce.number().int().min(1).optional(),
    learned: z.coerce.number().int().min(1).optional(),
    json: z.string().optional(),
    svg: z.string().optional(),
    database: z.boolean().default(false),
    postgres: z.string().optional(),
  })
  .refine((options) => options.data !== undefined || options.faq !== undefined, {
    message: "give --data DIR (train.csv, test.csv) or --faq DIR (articles.jsonl, questions.jsonl)",
  });

export type Options = z.output<typeof Options>;

export const USAGE = `npm run replay -- --data DIR [options]     DIR holds train.csv and test.csv (text,category[,oos])
npm run replay -- --faq DIR [options]      DIR holds articles.jsonl and questions.jsonl

  --incremental   categories appear over time instead of all from the first day
  --noise SHARE   the person gives a wrong answer this often: 0.05 or 5 (percent)
  --audit         ask the person only when not automatic, and for 5 % of the automatic
  --all           also measure new answers, retired answers and a restart
  --fast          leave out the run with kinds never seen
  --seed N        order of the tickets and first weights (1)
  --seeds N       mean of N runs, with seeds from --seed on
  --learned N     also time and size an engine after N tickets, e.g. 100000
  --limit N       only the first N tickets of the stream
  --json FILE     write the figures
  --svg DIR       draw the learning curve and the reliability diagram
  --database      play --data through the whole pipeline once, on a desk of its own (1,000 tickets)
  --postgres URL  that desk on this server instead of the embedded database`;

/** @throws {Error} for unknown options and values out of range, with a message for people */
export function readOptions(given: string[]): Options {
  const args = given.map((arg, i) =>
    arg === "--noise" && (given[i + 1] ?? "--").startsWith("--") ? `--noise=${USUAL_NOISE}` : arg,
  );
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({
    args,
    options: {
      data: text,
      faq: text,
      incremental: flag,
      noise: text,
      audit: flag,
      all: flag,
      fast: flag,
      seed: text,
      seeds: text,
      limit: text,
      learned: text,
      json: text,
      svg: text,
      database: flag,
      postgres: text,
    },
  });
  const parsed = Options.safeParse(values);
  if (!parsed.success) throw new Error(parsed.error.issues.map(inWords).join("\n"));
  return parsed.data;
}

/** Which option a complaint is about; one about all of them names none. */
function inWords({ path, message }: z.core.$ZodIssue): string {
  const [name] = path;
  return name === undefined || message.startsWith("--") ? message : `--${String(name)}: ${message}`;
}
