"use server";

import { z } from "zod";
import { setSetting } from "@/lib/desk";
import { SETTINGS } from "@/lib/desk/model";
import { removeProvider, restoreProvider, saveProvider, testProvider } from "@/lib/llm";
import { ProviderInput, ProviderRef } from "@/lib/llm/model";
import { action } from "@/lib/platform/action";

const LinkHosts = z.object({ hosts: SETTINGS["ai.linkHosts"].unwrap() });

export const saveProviderAction = action(ProviderInput, saveProvider);
export const removeProviderAction = action(ProviderRef, removeProvider);
export const restoreProviderAction = action(ProviderRef, restoreProvider);
export const testProviderAction = action(ProviderRef, testProvider);
export const setLinkHostsAction = action(LinkHosts, (ctx, { hosts }) =>
  setSetting(ctx, { name: "ai.linkHosts", value: hosts }),
);
