import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { checkQuery, rulesQuery, targetsQuery } from "@/components/rules/queries";
import { RulesScreen } from "@/components/rules/rules-screen";
import { checkRules } from "@/lib/backtest";
import { ruleTargets } from "@/lib/inbox";
import { allowed } from "@/lib/platform/context";
import { readRules } from "@/lib/rule";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Routing rules") };
}

export default async function RulesPage() {
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "rules.write")) notFound();
  const client = new QueryClient();
  const view = await readRules(ctx);
  client.setQueryData(rulesQuery.queryKey, view);
  client.setQueryData(targetsQuery.queryKey, await ruleTargets(ctx));
  client.setQueryData(checkQuery(view.rules).queryKey, await checkRules(ctx, view));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RulesScreen />
    </HydrationBoundary>
  );
}
