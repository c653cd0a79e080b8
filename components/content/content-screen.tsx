"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { Macros } from "./macros";
import { useContent } from "./queries";
import { Tags } from "./tags";

export function ContentScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useContent();
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("Macros and tags could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <Macros macros={data.macros} />
      <Tags tags={data.tags} />
    </>
  );
}
