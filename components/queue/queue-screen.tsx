"use client";

import type { CSSProperties, ReactNode } from "react";
import { LIMITS } from "@/components/desk/pane-limits";
import { usePanes } from "@/components/desk/panes";
import { Splitter } from "@/components/desk/splitter";
import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import { usePlace } from "./place";
import { QueueList } from "./queue-list";

/** List and ticket side by side; one of them where there is room for one. */
export function QueueScreen({ children }: { children: ReactNode }) {
  const t = useT();
  const { queue, filter, sort, ticketId } = usePlace();
  const { list, set } = usePanes();
  const open = ticketId !== undefined;
  // React's type of a style knows no variables of its own.
  const style = { "--list": `${list}px` } as CSSProperties;
  return (
    <div
      style={style}
      className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(240px,38%)_minmax(0,1fr)] lg:grid-cols-[min(var(--list),45vw)_minmax(0,1fr)]"
    >
      <div
        className={cn(
          "relative min-h-0 border-r bg-panel max-sm:border-0",
          open && "max-sm:hidden",
        )}
      >
        {/* Another list is another screen: its place and what is selected are its own. */}
        <QueueList key={`${queue} ${sort} ${filter}`} />
        <Splitter
          label={t("Width of the list")}
          value={list}
          limits={LIMITS.list}
          grows="right"
          onChange={(next) => set({ list: next })}
          className="-right-1 max-lg:hidden"
        />
      </div>
      <div className={cn("min-h-0 min-w-0", !open && "max-sm:hidden")}>{children}</div>
    </div>
  );
}
