"use server";

import { action } from "@/lib/platform/action";
import {
  ApproveBatchInput,
  AskSecondLookInput,
  approveBatch,
  askSecondLook,
  openReview,
  PutOffInput,
  putOff,
  ReviewRef,
  TakeOverInput,
  takeOver,
  undoVerdict,
  withdrawSecondLook,
} from "@/lib/resolve";

export const openReviewAction = action(ReviewRef, openReview);
export const takeOverAction = action(TakeOverInput, takeOver);
export const putOffAction = action(PutOffInput, putOff);
export const undoVerdictAction = action(ReviewRef, undoVerdict);
export const askSecondLookAction = action(AskSecondLookInput, askSecondLook);
export const withdrawSecondLookAction = action(ReviewRef, withdrawSecondLook);
export const approveBatchAction = action(ApproveBatchInput, approveBatch);
