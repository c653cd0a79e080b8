import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { SettingsPage } from "@/components/settings/settings-page";
import { SystemScreen } from "@/components/system/system-screen";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("System") };
}

export default async function SystemPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "settings.read")) notFound();
  return (
    <SettingsPage
      title={t("System")}
      says={t("How the desk runs, and what to tell when you ask for help.")}
    >
      <SystemScreen />
    </SettingsPage>
  );
}
