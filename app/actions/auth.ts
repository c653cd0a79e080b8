"use server";

import { createFirstAdmin } from "@/lib/person";
import { FirstAdmin } from "@/lib/person/model";
import { publicAction } from "@/lib/platform/action";

export const createFirstAdminAction = publicAction(FirstAdmin, createFirstAdmin);
