"use server";

import { discardJob, replayJob } from "@/lib/desk";
import { action } from "@/lib/platform/action";
import { DeadChoice } from "@/lib/platform/model";

export const replayJobAction = action(DeadChoice, replayJob);
export const discardJobAction = action(DeadChoice, discardJob);
