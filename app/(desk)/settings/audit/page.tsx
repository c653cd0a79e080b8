import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { AuditScreen } from "@/components/audit/audit-screen";
import { SettingsPage } from "@/components/settings/settings-page";
import { allowed } from "@/lib/platform/context";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Audit log") };
}

export default async function AuditLogPage() {
  const t = await getT();
  const ctx = await signedIn();
  if (!allowed(ctx.actor, "audit.read")) notFound();
  return (
    <SettingsPage
      title={t("Audit log")}
      says={t("Every change of the desk, with who made it. Rows are added and never changed.")}
    >
      <AuditScreen />
    </SettingsPage>
  );
}
