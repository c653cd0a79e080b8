import { AppError } from "../platform/errors";
import { bandsEvaluator } from "./bands";
import type { Evaluator } from "./evaluator";
import type { BacktestKind } from "./model";
import { rulesEvaluator } from "./rules";

/** What can be tried. */
const EVALUATORS: Partial<Record<BacktestKind, Evaluator>> = {
  rules: rulesEvaluator,
  bands: bandsEvaluator,
};

/** @throws `invalid` for a kind that this version can't try */
export function evaluatorOf(kind: BacktestKind): Evaluator {
  const found = EVALUATORS[kind];
  if (found) return found;
  throw new AppError("invalid", `This version of the desk can't back-test ${kind}.`);
}
