import { jsonRoute } from "@/lib/platform/http";
import { searchDesk } from "@/lib/search";
import { SearchQuery, SearchResult } from "@/lib/search/model";

/** GET /api/search?q=refund from:oliveira: tickets and customers, best first. */
export const GET = jsonRoute({ query: SearchQuery, result: SearchResult }, searchDesk);
