"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { Calendars } from "./calendars";
import { Policies } from "./policies";
import { useSlaSettings } from "./queries";

/** Promises, and the hours that count. */
export function SlaScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useSlaSettings();
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("Promises could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <Policies settings={data} />
      <Calendars calendars={data.calendars} />
    </>
  );
}
