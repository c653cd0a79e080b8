import { readBacktest } from "@/lib/backtest";
import { BacktestRef, BacktestView } from "@/lib/backtest/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/backtests/UUID: how far a back-test is, and what it found. */
export const GET = jsonRoute({ query: BacktestRef, result: BacktestView }, readBacktest);
