"use client";

import { Bell } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { laterPart } from "@/components/ui/later";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { NoticeView } from "@/lib/notice/model";
import { useNotices, useReadNotices } from "./queries";
import { mayNotify, useBrowserNotices } from "./use-browser-notices";

const NoticeList = laterPart(async () => (await import("./notice-list")).NoticeList);

/** What one has been told, behind a bell that counts what is not read. */
export function NoticeBell() {
  const t = useT();
  const router = useRouter();
  const [shown, setShown] = useState(false);
  const [told, setTold] = useState(false);
  useEffect(() => setTold(mayNotify()), []); // the server can't know
  const { data } = useNotices(told);
  const read = useReadNotices();
  const open = (notice: NoticeView) => {
    setShown(false);
    if (!notice.readAt) read.mutate({ ids: [notice.id] });
    router.push(`/queue/all/${notice.ticket.id}`);
  };
  useBrowserNotices(data, open);
  const unread = data?.unread ?? 0;
  return (
    <Popover open={shown} onOpenChange={setShown}>
      <PopoverTrigger asChild>
        <Button
          kind="quiet"
          size="icon"
          className="relative"
          aria-label={unread === 0 ? t("Notices") : t("Notices, {{n}} unread", { n: unread })}
        >
          <Bell size={15} aria-hidden />
          {unread > 0 ? (
            <span
              aria-hidden
              className="absolute top-0 right-0 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.625rem] text-accent-ink leading-4"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          ) : null}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" side="top" aria-label={t("Notices")} className="p-0">
        <NoticeList
          view={data}
          onOpen={open}
          onRead={(id) => read.mutate({ ids: [id] })}
          onReadAll={() => read.mutate({ all: true })}
        />
      </PopoverContent>
    </Popover>
  );
}
