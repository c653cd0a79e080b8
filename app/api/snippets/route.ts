import { Snippets, SnippetsQuery } from "@/lib/knowledge/model";
import { jsonRoute } from "@/lib/platform/http";
import { findSnippets } from "@/lib/search";

/** GET /api/snippets?q=…&ticket=t_…: words of the knowledge base, to be put into a reply. */
export const GET = jsonRoute({ query: SnippetsQuery, result: Snippets }, findSnippets);
