import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { ContentScreen } from "@/components/content/content-screen";
import { contentQuery } from "@/components/content/queries";
import { SettingsPage } from "@/components/settings/settings-page";
import { readContent } from "@/lib/admin";
import { ContentView } from "@/lib/admin/model";
import { allowed } from "@/lib/platform/context";
import { LastChange } from "../last-change";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Macros and tags") };
}

export default async function ContentPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "content.write")) notFound();
  const client = new QueryClient();
  client.setQueryData(contentQuery.queryKey, ContentView.parse(await readContent(ctx)));
  return (
    <SettingsPage
      title={t("Macros and tags")}
      says={t("What agents use every day, and what tickets are marked with.")}
    >
      <LastChange of={["macro", "tag"]} />
      <HydrationBoundary state={dehydrate(client)}>
        <ContentScreen />
      </HydrationBoundary>
    </SettingsPage>
  );
}
