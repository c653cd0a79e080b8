"use server";

import { action } from "@/lib/platform/action";
import {
  ApproveDraftInput,
  approveDraft,
  CorrectDraftInput,
  correctDraft,
  RejectDraftInput,
  rejectDraft,
} from "@/lib/resolve";

export const approveDraftAction = action(ApproveDraftInput, approveDraft);
export const correctDraftAction = action(CorrectDraftInput, correctDraft);
export const rejectDraftAction = action(RejectDraftInput, rejectDraft);
