import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { LabelsScreen } from "@/components/labels/labels-screen";
import { labelsQuery } from "@/components/labels/queries";
import { SettingsPage } from "@/components/settings/settings-page";
import { readLabels } from "@/lib/admin";
import { LabelsView } from "@/lib/admin/model";
import { allowed } from "@/lib/platform/context";
import { LastChange } from "../last-change";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Categories and intents") };
}

export default async function LabelsPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "content.write")) notFound();
  const client = new QueryClient();
  client.setQueryData(labelsQuery.queryKey, LabelsView.parse(await readLabels(ctx)));
  return (
    <SettingsPage
      title={t("Categories and intents")}
      says={t(
        "What tickets are about, and what customers want. Every relabelled ticket teaches the desk.",
      )}
    >
      <LastChange of={["label"]} />
      <HydrationBoundary state={dehydrate(client)}>
        <LabelsScreen />
      </HydrationBoundary>
    </SettingsPage>
  );
}
