"use server";

import { AnswerRef } from "@/lib/knowledge/model";
import { releaseAnswer, retireAnswer, rollBackModel, undoSignal } from "@/lib/learn";
import { action } from "@/lib/platform/action";
import { SignalRef, VersionRef } from "@/lib/predictor/model";

export const undoSignalAction = action(SignalRef, undoSignal);
export const rollBackModelAction = action(VersionRef, rollBackModel);
export const releaseAnswerAction = action(AnswerRef, releaseAnswer);
export const retireAnswerAction = action(AnswerRef, retireAnswer);
