"use server";

import { z } from "zod";
import { removeDemoData } from "@/lib/desk";
import { action } from "@/lib/platform/action";

export const removeDemoDataAction = action(z.object({}), removeDemoData);
