"use server";

import { action } from "@/lib/platform/action";
import { SaveWritingInput, saveWriting } from "@/lib/presence";

export const saveWritingAction = action(SaveWritingInput, saveWriting);
