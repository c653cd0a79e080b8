import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { ConnectionsScreen } from "@/components/connections/connections-screen";
import { connectionsQuery } from "@/components/connections/queries";
import { SettingsPage } from "@/components/settings/settings-page";
import { readConnections } from "@/lib/admin";
import { ConnectionsView } from "@/lib/admin/model";
import { allowed } from "@/lib/platform/context";
import { LastChange } from "../last-change";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Connections and keys") };
}

export default async function ConnectionsPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "channels.write")) notFound();
  const client = new QueryClient();
  client.setQueryData(connectionsQuery.queryKey, ConnectionsView.parse(await readConnections(ctx)));
  return (
    <SettingsPage
      title={t("Connections and keys")}
      says={t("Other systems that send requests in, and the keys that let them.")}
    >
      <LastChange of={["connection", "api_key"]} />
      <HydrationBoundary state={dehydrate(client)}>
        <ConnectionsScreen />
      </HydrationBoundary>
    </SettingsPage>
  );
}
