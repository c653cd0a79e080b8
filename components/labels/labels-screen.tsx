"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { LabelPanel } from "./label-panel";
import { useLabelsView } from "./queries";

/** What tickets are about, and what customers want. */
export function LabelsScreen() {
  const t = useT();
  const { data, error, isPending, refetch } = useLabelsView();
  if (isPending) return <ListSkeleton />;
  if (!data) {
    return (
      <ErrorState
        title={t("Categories and intents could not be loaded")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <LabelPanel
        space="category"
        title={t("Categories")}
        says={t(
          "What a ticket is about. Each ticket has one; bands, four eyes and figures go by it.",
        )}
        labels={data.categories}
      />
      <LabelPanel
        space="intent"
        title={t("Intents")}
        says={t(
          "What a customer wants. Rules decide by them. Those that come with Deskhand are known by words; new ones are learned from the tickets that people give them.",
        )}
        labels={data.intents}
      />
    </>
  );
}
