import { z } from "zod";
import { readVersions } from "@/lib/insights";
import { VersionsView } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/versions: versions and configurations, and how a shadow compares. */
export const GET = jsonRoute({ query: z.object({}), result: VersionsView }, readVersions);
