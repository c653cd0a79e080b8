import { z } from "zod";
import { DENSITIES, LIMITS } from "./pane-limits";

const width = ([least, most]: readonly [number, number], usual: number) =>
  z.number().min(least).max(most).catch(usual).default(usual);

/** Which panes are shown, and how wide they are, in pixels. */
export const Panes = z.object({
  nav: z.boolean().catch(true).default(true),
  details: z.boolean().catch(true).default(true),
  list: width(LIMITS.list, 360),
  detailsWidth: width(LIMITS.details, 296),
  density: z.enum(DENSITIES).catch("comfortable").default("comfortable"),
});
export type Panes = z.infer<typeof Panes>;

/** What a cookie remembers; the usual sizes where it holds nothing that fits. */
export function panesFrom(cookie: string | undefined): Panes {
  try {
    return Panes.parse(JSON.parse(decodeURIComponent(cookie ?? "{}")));
  } catch {
    return Panes.parse({});
  }
}
