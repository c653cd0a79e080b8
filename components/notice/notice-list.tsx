"use client";

import {
  AlarmClock,
  AtSign,
  Check,
  Clock,
  Eye,
  type LucideIcon,
  MailX,
  MessageSquare,
  NotebookPen,
  TriangleAlert,
  UserCheck,
} from "lucide-react";
import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { NoticeKind, NoticesView, NoticeView } from "@/lib/notice/model";

const ICONS: Record<NoticeKind, LucideIcon> = {
  mention: AtSign,
  assigned: UserCheck,
  customer_reply: MessageSquare,
  note: NotebookPen,
  follow_up: AlarmClock,
  sla_warning: Clock,
  sla_breach: TriangleAlert,
  second_look: Eye,
  delivery_failed: MailX,
};

type Props = {
  view: NoticesView | undefined;
  onOpen: (notice: NoticeView) => void;
  onRead: (id: string) => void;
  onReadAll: () => void;
};

/** What one has been told, newest first. */
export function NoticeList({ view, onOpen, onRead, onReadAll }: Props) {
  const t = useT();
  return (
    <>
      <div className="flex min-h-10 items-center justify-between gap-2 border-b px-3">
        <h2 className="font-semibold">{t("Notices")}</h2>
        {view && view.unread > 0 ? (
          <Button kind="quiet" onClick={onReadAll}>
            {t("Mark all as read")}
          </Button>
        ) : null}
      </div>
      {view === undefined ? <Skeleton className="m-3 h-16" /> : null}
      {view?.notices.length === 0 ? (
        <EmptyState title={t("Nothing yet")}>
          {t("You hear of your tickets, of those that you follow, and of notes that name you.")}
        </EmptyState>
      ) : null}
      <ul>
        {view?.notices.map((notice) => (
          <Notice key={notice.id} notice={notice} onOpen={onOpen} onRead={onRead} />
        ))}
      </ul>
      <p className="border-t px-3 py-2 text-faint">
        <Link href="/account" className="hover:text-ink">
          {t("Choose what you hear of")}
        </Link>
      </p>
    </>
  );
}

type NoticeProps = { notice: NoticeView } & Pick<Props, "onOpen" | "onRead">;

function Notice({ notice, onOpen, onRead }: NoticeProps) {
  const t = useT();
  const { id, kind, text, ticket, readAt, createdAt } = notice;
  const said = t.stored(text);
  const Icon = ICONS[kind];
  return (
    <li className="flex items-start border-b last:border-b-0">
      <button
        type="button"
        onClick={() => onOpen(notice)}
        className="flex min-w-0 flex-1 items-start gap-2 px-3 py-2 text-left -outline-offset-2 hover:bg-bg"
      >
        <Icon
          size={14}
          aria-hidden
          className={cn("mt-0.5 shrink-0", readAt ? "text-faint" : "text-accent")}
        />
        <span className="min-w-0">
          <span className={cn("block wrap-anywhere", readAt ? "text-soft" : "font-medium")}>
            {readAt ? null : <span className="sr-only">{t("Unread:")} </span>}
            {said}
          </span>
          <span className="block truncate text-faint" dir="auto">
            #{ticket.number} {ticket.subject}
          </span>
          <Time at={createdAt} className="text-faint" />
        </span>
      </button>
      {readAt ? null : (
        <Button
          kind="quiet"
          size="icon"
          aria-label={t("Mark as read: {{text}}", { text: said })}
          title={t("Mark as read")}
          className="m-1"
          onClick={() => onRead(id)}
        >
          <Check size={14} aria-hidden />
        </Button>
      )}
    </li>
  );
}
