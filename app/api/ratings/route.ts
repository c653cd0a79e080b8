import { ratingPath } from "@/lib/csat";
import { RatingForm, RatingLink } from "@/lib/csat/model";
import { rateByLink } from "@/lib/ingest";
import { AppError, describeFailure } from "@/lib/platform/errors";
import { apiRoute, readBody } from "@/lib/platform/http";
import { parseInput } from "@/lib/platform/parse";
import { desk } from "@/lib/platform/tools";

/** A comment of 2,000 characters, each of up to four bytes in percent signs. */
const LIMIT = 32_000;

/**
 * POST /api/ratings: the form behind a link in a reply, as browsers send it without JavaScript.
 * Leads back to the page, which says what has become of it.
 */
export const POST = apiRoute(async (request) => {
  const { tools } = await desk();
  const bytes = await readBody(request, LIMIT);
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new AppError("unsupported", "Send the form as browsers do.");
  }
  const fields = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));
  const link = parseInput(RatingLink, fields);
  const back = (more: string) =>
    new Response(null, { status: 303, headers: { location: ratingPath(link, more) } });
  try {
    const ctx = { ...tools, actor: { type: "system", name: "customer" } } as const;
    await rateByLink(ctx, parseInput(RatingForm, fields));
    return back("&saved=1");
  } catch (error) {
    const { code } = describeFailure(error);
    if (code === "internal") throw error;
    return back(`&refused=${code}`);
  }
});
