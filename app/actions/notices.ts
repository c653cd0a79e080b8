"use server";

import {
  FollowRef,
  followTicket,
  ReadNoticesInput,
  readNotices,
  setNoticeSettings,
  unfollowTicket,
} from "@/lib/notice";
import { NoticeSettings } from "@/lib/notice/model";
import { action } from "@/lib/platform/action";

export const followTicketAction = action(FollowRef, followTicket);
export const unfollowTicketAction = action(FollowRef, unfollowTicket);
export const readNoticesAction = action(ReadNoticesInput, readNotices);
export const setNoticeSettingsAction = action(NoticeSettings, setNoticeSettings);
