"use client";

import { useT } from "@/components/i18n/context";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of a ticket that is being fetched. */
export function TicketSkeleton() {
  const t = useT();
  return (
    <div role="status" className="flex h-full flex-col">
      <span className="sr-only">{t("Loading the ticket…")}</span>
      <div className="flex min-h-11.5 items-center border-b px-3.5">
        <Skeleton className="w-48" />
      </div>
      <div className="flex flex-1 flex-col gap-3 px-6 py-5">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="w-1/2" />
        <div className="mt-4 flex gap-2.5">
          <Skeleton className="size-7 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="w-1/4" />
            <Skeleton className="w-5/6" />
            <Skeleton className="w-4/6" />
          </div>
        </div>
      </div>
      <div className="px-6 pb-4">
        <div className="flex h-40 flex-col gap-2.5 rounded-[10px] border bg-panel p-3">
          <Skeleton className="w-1/3" />
          <Skeleton className="mt-3 w-11/12" />
          <Skeleton className="w-10/12" />
        </div>
      </div>
    </div>
  );
}
