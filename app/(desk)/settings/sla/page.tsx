import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { SettingsPage } from "@/components/settings/settings-page";
import { slaQuery } from "@/components/sla/queries";
import { SlaScreen } from "@/components/sla/sla-screen";
import { readSlaSettings } from "@/lib/admin";
import { allowed } from "@/lib/platform/context";
import { SlaSettings } from "@/lib/sla/model";
import { LastChange } from "../last-change";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Promises") };
}

export default async function SlaPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "rules.write")) notFound();
  const client = new QueryClient();
  client.setQueryData(slaQuery.queryKey, SlaSettings.parse(await readSlaSettings(ctx)));
  return (
    <SettingsPage
      title={t("Promises")}
      says={t(
        "How fast customers are answered (SLA), and the hours that count. Time runs only while a customer waits for us.",
      )}
    >
      <LastChange of={["sla.changed"]} />
      <HydrationBoundary state={dehydrate(client)}>
        <SlaScreen />
      </HydrationBoundary>
    </SettingsPage>
  );
}
