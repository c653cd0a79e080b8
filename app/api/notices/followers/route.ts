import { readFollowers } from "@/lib/inbox";
import { TicketQuery } from "@/lib/inbox/model";
import { FollowersView } from "@/lib/notice/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/notices/followers?id=t_…: who wants to hear of a ticket. */
export const GET = jsonRoute({ query: TicketQuery, result: FollowersView }, readFollowers);
