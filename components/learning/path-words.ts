import { z } from "zod";
import type { T } from "@/components/i18n/catalogue";
import { fixed } from "./progress-words";

/** As `lib/learn` keeps it with what became of a reply. */
const Kept = z.object({
  because: z.string().optional(),
  comment: z.string().optional(),
  path: z
    .object({
      answers: z.array(z.object({ byPerson: z.boolean(), helped: z.boolean().nullable() })),
      tried: z.array(z.object({ step: z.string(), helped: z.boolean().nullable() })),
      tools: z.array(z.string()),
    })
    .optional(),
  mood: z.object({ before: z.number(), after: z.number(), falling: z.boolean() }).optional(),
});

/**
 * What a signal tells beside its headline: what the customer said, the steps that led to the end of
 * the ticket and those that failed, and how the customer felt. Empty when nothing of it is kept.
 */
export function detailsOf(payload: Record<string, unknown>, t: T): string[] {
  const kept = Kept.safeParse(payload).data;
  if (!kept) return [];
  const { comment, path, mood } = kept;
  const because = t.stored(kept.because ?? "");
  return [
    because ? `${because.charAt(0).toUpperCase()}${because.slice(1)}` : "",
    comment ? `“${comment}”` : "",
    ...(path?.tried ?? []).map(
      ({ step, helped }) => t("Tried before: {{step}}", { step }) + endOf(helped, t),
    ),
    ...(path?.tools.length ? [t("Tools used: {{tools}}", { tools: path.tools.join(", ") })] : []),
    ...(path?.answers ?? []).map(
      ({ byPerson, helped }, at) =>
        t(byPerson ? "Reply {{n}}, by a person" : "Reply {{n}}, by the desk", { n: at + 1 }) +
        endOf(helped, t),
    ),
    mood?.falling
      ? t("The tone fell from {{before}} to {{after}}", {
          before: signed(mood.before, t),
          after: signed(mood.after, t),
        })
      : "",
  ].filter(Boolean);
}

function endOf(helped: boolean | null, t: T): string {
  if (helped === null) return "";
  return `: ${t(helped ? "it helped" : "it did not help")}`;
}

/** One decimal, cut towards zero, with a real minus. */
const signed = (value: number, t: T): string =>
  fixed(Math.trunc(value * 10) / 10, 1, t).replace("-", "−");
