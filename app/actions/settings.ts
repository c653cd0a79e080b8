"use server";

import { z } from "zod";
import { removeDemoData, setSetting, undoSetting } from "@/lib/desk";
import { SETTINGS, SettingEventRef } from "@/lib/desk/model";
import { action } from "@/lib/platform/action";

export const removeDemoDataAction = action(z.object({}), removeDemoData);

// Objects all the way, so that a refusal names the field.
const Stopped = z.object({ stopped: SETTINGS["ai.stopped"].unwrap() });
const Overrides = z.object({ overrides: SETTINGS["ai.bandOverrides"].unwrap() });
const Silence = z.object({ seconds: SETTINGS["ai.silenceSeconds"].unwrap() });
const AutoClose = z.object({ days: SETTINGS["ticket.autoCloseDays"].unwrap() });
const AskRating = z.object({ ask: SETTINGS["csat.ask"].unwrap() });
const SendMode = z.object({ mode: SETTINGS["ai.sendMode"].unwrap() });
const Sampling = z.object({ share: SETTINGS["review.sampling"].unwrap() });
const FourEyes = z.object({ categories: SETTINGS["review.fourEyes"].unwrap() });
const DeskName = z.object({ name: SETTINGS["desk.name"].unwrap() });
const Sender = z.object({ from: SETTINGS["mail.from"].unwrap() });
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
export const setAskRatingAction = action(AskRating, (ctx, { ask }) =>
  setSetting(ctx, { name: "csat.ask", value: ask }),
);
export const setUncappedAction = action(SETTINGS["ai.uncapped"].unwrap(), (ctx, value) =>
  setSetting(ctx, { name: "ai.uncapped", value }),
);
export const undoSettingAction = action(SettingEventRef, undoSetting);
export const setLimitsAction = action(SETTINGS["ai.limits"].unwrap(), (ctx, value) =>
  setSetting(ctx, { name: "ai.limits", value }),
);
export const setSourcesAction = action(SETTINGS["ai.sources"].unwrap(), (ctx, value) =>
  setSetting(ctx, { name: "ai.sources", value }),
);
export const setSendModeAction = action(SendMode, (ctx, { mode }) =>
  setSetting(ctx, { name: "ai.sendMode", value: mode }),
);
export const setSamplingAction = action(Sampling, (ctx, { share }) =>
  setSetting(ctx, { name: "review.sampling", value: share }),
);
export const setFourEyesAction = action(FourEyes, (ctx, { categories }) =>
  setSetting(ctx, { name: "review.fourEyes", value: categories }),
);
export const setDeskNameAction = action(DeskName, (ctx, { name }) =>
  setSetting(ctx, { name: "desk.name", value: name }),
);
export const setSenderAction = action(Sender, (ctx, { from }) =>
  setSetting(ctx, { name: "mail.from", value: from }),
);
