import { z } from "zod";
import { readNoticeList } from "@/lib/inbox";
import { NoticesView } from "@/lib/notice/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/notices: one's own newest notices, and how many are not read. */
export const GET = jsonRoute({ query: z.object({}), result: NoticesView }, readNoticeList);
