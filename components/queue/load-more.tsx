"use client";

import { useEffect, useRef } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";

/** Fetches the next page when it comes into view; a press does the same. */
export function LoadMore({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const t = useT();
  const foot = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    const element = foot.current;
    if (!element || busy) return;
    const watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) latest.current();
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [busy]);
  return (
    <div ref={foot} className="flex justify-center p-3">
      <Button kind="quiet" busy={busy} onClick={onMore}>
        {busy ? t("Loading more…") : t("Load more")}
      </Button>
    </div>
  );
}
