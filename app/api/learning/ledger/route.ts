import { readLedger } from "@/lib/insights";
import { LedgerPage, LedgerQuery } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/ledger?kind=…&before=…: what was learned from, the newest first. */
export const GET = jsonRoute({ query: LedgerQuery, result: LedgerPage }, readLedger);
