"use server";

import { acceptInvite, createFirstAdmin, readInvite } from "@/lib/person";
import { AcceptInvite, FirstAdmin } from "@/lib/person/model";
import { publicAction } from "@/lib/platform/action";

export const createFirstAdminAction = publicAction(FirstAdmin, createFirstAdmin);
export const acceptInviteAction = publicAction(AcceptInvite, acceptInvite);
export const readInviteAction = publicAction(AcceptInvite.pick({ token: true }), readInvite);
