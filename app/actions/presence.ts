"use server";

import { action } from "@/lib/platform/action";
import {
  HoldReplyInput,
  holdReply,
  leaveReply,
  markRead,
  markUnread,
  PresenceRef,
} from "@/lib/presence";

export const holdReplyAction = action(HoldReplyInput, holdReply);
export const leaveReplyAction = action(PresenceRef, leaveReply);
export const markReadAction = action(PresenceRef, markRead);
export const markUnreadAction = action(PresenceRef, markUnread);
