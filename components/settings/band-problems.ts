import { z } from "zod";
import type { T } from "@/components/i18n/catalogue";
import { numberProblem, toNumber } from "./numbers";

const share = z.number().min(0).max(1);

/** What is wrong with two typed bands, field by field. */
export function bandProblems(send: string, flag: string, t: T) {
  const wrong = { send: numberProblem(share, send, t), flag: numberProblem(share, flag, t) };
  if (!wrong.send && !wrong.flag && toNumber(flag) > toNumber(send)) {
    wrong.flag = t("Must not be above the other.");
  }
  return wrong;
}
