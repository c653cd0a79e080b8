"use server";

import { z } from "zod";
import { setSetting } from "@/lib/desk";
import { SETTINGS } from "@/lib/desk/model";
import { action } from "@/lib/platform/action";
import { confirmProposal, declineProposal, saveTool, tryTool } from "@/lib/resolve";
import { removeTool, restoreTool } from "@/lib/tool";
import { ProposalRef, ToolInput, ToolRef, TryToolInput } from "@/lib/tool/model";

const ToolHosts = z.object({ hosts: SETTINGS["ai.toolHosts"].unwrap() });

export const saveToolAction = action(ToolInput, saveTool);
export const removeToolAction = action(ToolRef, removeTool);
export const restoreToolAction = action(ToolRef, restoreTool);
export const tryToolAction = action(TryToolInput, tryTool);
export const setToolHostsAction = action(ToolHosts, (ctx, { hosts }) =>
  setSetting(ctx, { name: "ai.toolHosts", value: hosts }),
);
export const confirmProposalAction = action(ProposalRef, confirmProposal);
export const declineProposalAction = action(ProposalRef, declineProposal);
