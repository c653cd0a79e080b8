"use server";

import { action } from "@/lib/platform/action";
import {
  addView,
  changeView,
  NewViewInput,
  RemovedView,
  removeView,
  restoreView,
  ViewChange,
  ViewRef,
} from "@/lib/view";

export const addViewAction = action(NewViewInput, addView);
export const changeViewAction = action(ViewChange, changeView);
export const removeViewAction = action(ViewRef, removeView);
export const restoreViewAction = action(RemovedView, restoreView);
