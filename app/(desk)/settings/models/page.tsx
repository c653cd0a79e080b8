import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { ModelsScreen } from "@/components/llm/models/models-screen";
import { llmQuery } from "@/components/llm/models/queries";
import { SettingsPage } from "@/components/settings/settings-page";
import { readLlmSettings } from "@/lib/admin";
import { LlmSettings } from "@/lib/admin/model";
import { getSetting } from "@/lib/desk";
import { allowed } from "@/lib/platform/context";
import { LastChange } from "../last-change";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Models") };
}

export default async function ModelsPage() {
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "ai.write")) notFound();
  const t = await getT();
  const client = new QueryClient();
  client.setQueryData(llmQuery.queryKey, LlmSettings.parse(await readLlmSettings(ctx)));
  return (
    <SettingsPage
      title={t("Models")}
      says={t(
        "A language model beside the desk's own core: where it is asked, what it may cost, and how right it was.",
      )}
    >
      <LastChange of={["llm"]} />
      <HydrationBoundary state={dehydrate(client)}>
        <ModelsScreen linkHosts={await getSetting(ctx.db, "ai.linkHosts")} />
      </HydrationBoundary>
    </SettingsPage>
  );
}
