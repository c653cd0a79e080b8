"use server";

import { z } from "zod";
import { removeDemoData, setSetting } from "@/lib/desk";
import { SETTINGS } from "@/lib/desk/model";
import { action } from "@/lib/platform/action";

export const removeDemoDataAction = action(z.object({}), removeDemoData);

// Objects all the way, so that a refusal names the field.
const Stopped = z.object({ stopped: SETTINGS["ai.stopped"].unwrap() });
const Overrides = z.object({ overrides: SETTINGS["ai.bandOverrides"].unwrap() });
const Silence = z.object({ seconds: SETTINGS["ai.silenceSeconds"].unwrap() });
const AutoClose = z.object({ days: SETTINGS["ticket.autoCloseDays"].unwrap() });
const Undo = z.object({ seconds: SETTINGS["reply.undoSeconds"].unwrap() });

export const setAiStoppedAction = action(Stopped, (ctx, { stopped }) =>
  setSetting(ctx, { name: "ai.stopped", value: stopped }),
);
export const setBandsAction = action(SETTINGS["ai.bands"].unwrap(), (ctx, value) =>
  setSetting(ctx, { name: "ai.bands", value }),
);
export const setBandOverridesAction = action(Overrides, (ctx, { overrides }) =>
  setSetting(ctx, { name: "ai.bandOverrides", value: overrides }),
);
export const setSilenceAction = action(Silence, (ctx, { seconds }) =>
  setSetting(ctx, { name: "ai.silenceSeconds", value: seconds }),
);
export const setFollowUpAction = action(SETTINGS["ai.followUp"].unwrap(), (ctx, value) =>
  setSetting(ctx, { name: "ai.followUp", value }),
);
export const setAutoCloseAction = action(AutoClose, (ctx, { days }) =>
  setSetting(ctx, { name: "ticket.autoCloseDays", value: days }),
);
export const setUndoAction = action(Undo, (ctx, { seconds }) =>
  setSetting(ctx, { name: "reply.undoSeconds", value: seconds }),
);
export const setAcknowledgementAction = action(
  SETTINGS["reply.acknowledgement"].unwrap(),
  (ctx, value) => setSetting(ctx, { name: "reply.acknowledgement", value }),
);
