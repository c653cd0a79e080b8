import { z } from "zod";
import { readNoticeSettings } from "@/lib/notice";
import { NoticeWishes } from "@/lib/notice/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/notices/settings: what one is told of, kind by kind. */
export const GET = jsonRoute({ query: z.object({}), result: NoticeWishes }, readNoticeSettings);
