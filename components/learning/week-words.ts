import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
/** "16 Nov", of the day as it is in UTC: weeks begin there. */
export const dayOf = (iso: string, t: T): string =>
  formatOf(t).date(new Date(iso), { day: "numeric", month: "short", timeZone: "UTC" });
