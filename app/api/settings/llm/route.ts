import { z } from "zod";
import { readLlmSettings } from "@/lib/admin";
import { LlmSettings } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/llm: providers without their keys, what they have cost, how right they were. */
export const GET = jsonRoute({ query: z.object({}), result: LlmSettings }, readLlmSettings);
