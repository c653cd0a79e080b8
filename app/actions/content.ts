"use server";

import {
  addLabel,
  archiveLabel,
  archiveMacro,
  archiveTag,
  mergeLabel,
  renameLabel,
  renameTag,
  restoreLabel,
  restoreMacro,
  restoreTag,
  saveMacro,
  saveTag,
} from "@/lib/desk";
import {
  LabelChange,
  LabelMerge,
  LabelRef,
  MacroInput,
  MacroRef,
  NewLabel,
  TagInput,
  TagRef,
  TagRename,
} from "@/lib/desk/model";
import { action } from "@/lib/platform/action";

export const addLabelAction = action(NewLabel, addLabel);
export const renameLabelAction = action(LabelChange, renameLabel);
export const mergeLabelAction = action(LabelMerge, mergeLabel);
export const archiveLabelAction = action(LabelRef, archiveLabel);
export const restoreLabelAction = action(LabelRef, restoreLabel);
export const saveMacroAction = action(MacroInput, saveMacro);
export const archiveMacroAction = action(MacroRef, archiveMacro);
export const restoreMacroAction = action(MacroRef, restoreMacro);
export const saveTagAction = action(TagInput, saveTag);
export const renameTagAction = action(TagRename, renameTag);
export const archiveTagAction = action(TagRef, archiveTag);
export const restoreTagAction = action(TagRef, restoreTag);
