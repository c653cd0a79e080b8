import { z } from "zod";
import { numberProblem, toNumber } from "./numbers";

const share = z.number().min(0).max(1);

/** What is wrong with two typed bands, field by field. */
export function bandProblems(send: string, flag: string) {
  const wrong = { send: numberProblem(share, send), flag: numberProblem(share, flag) };
  if (!wrong.send && !wrong.flag && toNumber(flag) > toNumber(send)) {
    wrong.flag = "Must not be above the other.";
  }
  return wrong;
}
