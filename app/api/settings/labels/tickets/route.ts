import { readLabelTickets } from "@/lib/admin";
import { LabelTickets, LabelTicketsQuery } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/labels/tickets?space=intent&slug=…: tickets to choose examples from. */
export const GET = jsonRoute({ query: LabelTicketsQuery, result: LabelTickets }, readLabelTickets);
