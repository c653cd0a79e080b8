import { jsonRoute } from "@/lib/platform/http";
import { readAttempts } from "@/lib/review";
import { AttemptsView, RecordsQuery } from "@/lib/review/model";

/** GET /api/tickets/t_…/attempts: every draft with what it knew; `?download` keeps it as a file. */
export const GET = jsonRoute(
  {
    query: RecordsQuery,
    result: AttemptsView,
    file: ({ id, download }) => (download === undefined ? null : `${id}-attempts.json`),
  },
  readAttempts,
);
