"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";

type Props<T> = {
  query: UseQueryResult<T>;
  /** What to say when it could not be loaded. */
  failed: string;
  children: (data: T) => ReactNode;
};

/** A panel's content once it is there; until then its shape, and in words why it is not. */
export function Loaded<T>({ query, failed, children }: Props<T>) {
  const t = useT();
  const { data, error, isPending, refetch } = query;
  if (isPending) return <Skeleton className="h-40 w-full" />;
  if (data === undefined) {
    return (
      <ErrorState
        title={failed}
        message={`${messageOf(error, t)} ${t("The desk goes on learning meanwhile.")}`}
        onRetry={() => void refetch()}
      />
    );
  }
  return children(data);
}
