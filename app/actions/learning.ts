"use server";

import { z } from "zod";
import { dismissGroup, linkArticle, reopenGroup } from "@/lib/knowledge";
import { LinkArticleInput, QuestionGroupRef } from "@/lib/knowledge/model";
import {
  acceptCode,
  promoteShadow,
  restoreConfig,
  rollBackModel,
  startShadow,
  stopShadow,
  undoSignal,
} from "@/lib/learn";
import { ConfigRef, ShadowInput, SignalRef, VersionRef } from "@/lib/learn/model";
import { action } from "@/lib/platform/action";

export const undoSignalAction = action(SignalRef, undoSignal);
export const rollBackModelAction = action(VersionRef, rollBackModel);
export const startShadowAction = action(ShadowInput, startShadow);
export const stopShadowAction = action(ConfigRef, stopShadow);
export const promoteShadowAction = action(ConfigRef, promoteShadow);
export const restoreConfigAction = action(ConfigRef, restoreConfig);
export const acceptCodeAction = action(z.object({}), acceptCode);
export const dismissGroupAction = action(QuestionGroupRef, dismissGroup);
export const reopenGroupAction = action(QuestionGroupRef, reopenGroup);
export const linkArticleAction = action(LinkArticleInput, linkArticle);
