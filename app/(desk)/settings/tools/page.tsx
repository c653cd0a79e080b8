import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { toolsQuery } from "@/components/llm/tools/queries";
import { ToolsScreen } from "@/components/llm/tools/tools-screen";
import { SettingsPage } from "@/components/settings/settings-page";
import { readToolSettings } from "@/lib/admin";
import { allowed } from "@/lib/platform/context";
import { ToolSettings } from "@/lib/tool/model";
import { LastChange } from "../last-change";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Tools") };
}

export default async function ToolsPage() {
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "ai.write")) notFound();
  const t = await getT();
  const client = new QueryClient();
  client.setQueryData(toolsQuery.queryKey, ToolSettings.parse(await readToolSettings(ctx)));
  return (
    <SettingsPage
      title={t("Tools")}
      says={t(
        "What a model may look up in your systems while it drafts, and what it may propose that a person does.",
      )}
    >
      <LastChange of={["tool"]} />
      <HydrationBoundary state={dehydrate(client)}>
        <ToolsScreen />
      </HydrationBoundary>
    </SettingsPage>
  );
}
