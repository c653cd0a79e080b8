import { z } from "zod";
import { readCalibration } from "@/lib/insights";
import { CalibrationView } from "@/lib/insights/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/learning/calibration: what drafts claimed against how they ended. */
export const GET = jsonRoute({ query: z.object({}), result: CalibrationView }, readCalibration);
