import { jsonRoute } from "@/lib/platform/http";
import { readRoutings } from "@/lib/review";
import { RecordsQuery, RoutingsView } from "@/lib/review/model";

/** GET /api/tickets/t_…/routings: why the ticket is where it is; `?download` keeps it as a file. */
export const GET = jsonRoute(
  {
    query: RecordsQuery,
    result: RoutingsView,
    file: ({ id, download }) => (download === undefined ? null : `${id}-routings.json`),
  },
  readRoutings,
);
