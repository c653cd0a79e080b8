"use server";

import { action } from "@/lib/platform/action";
import { BulkChangeInput, BulkUndoInput, bulkChange, bulkUndo } from "@/lib/resolve";

export const bulkChangeAction = action(BulkChangeInput, bulkChange);
export const bulkUndoAction = action(BulkUndoInput, bulkUndo);
