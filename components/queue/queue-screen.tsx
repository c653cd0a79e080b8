"use client";

import { useParams } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { QueueList } from "./queue-list";

/** List and ticket side by side; one of them where there is room for one. */
export function QueueScreen({ queue, children }: { queue: string; children: ReactNode }) {
  const { ticketId } = useParams<{ ticketId?: string }>();
  const open = ticketId !== undefined;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(260px,38%)_minmax(0,1fr)] lg:grid-cols-[minmax(280px,340px)_minmax(0,1fr)] 2xl:grid-cols-[392px_minmax(0,1fr)]">
      <div className={cn("min-h-0 border-r bg-panel max-sm:border-0", open && "max-sm:hidden")}>
        <QueueList queue={queue} ticketId={ticketId} />
      </div>
      <div className={cn("min-h-0 min-w-0", !open && "max-sm:hidden")}>{children}</div>
    </div>
  );
}
