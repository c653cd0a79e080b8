import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { PeopleScreen } from "@/components/people/people-screen";
import { peopleQuery } from "@/components/people/queries";
import { SettingsPage } from "@/components/settings/settings-page";
import { readPeople } from "@/lib/admin";
import { PeopleView } from "@/lib/admin/model";
import { allowed } from "@/lib/platform/context";
import { LastChange } from "../last-change";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("People and teams") };
}

export default async function PeoplePage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "people.write")) notFound();
  const client = new QueryClient();
  client.setQueryData(peopleQuery.queryKey, PeopleView.parse(await readPeople(ctx)));
  return (
    <SettingsPage
      title={t("People and teams")}
      says={t("Who works here, what they may do, and who is away.")}
    >
      <LastChange of={["person", "team", "invite"]} />
      <HydrationBoundary state={dehydrate(client)}>
        <PeopleScreen />
      </HydrationBoundary>
    </SettingsPage>
  );
}
