import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { JoinForm } from "@/components/auth/join-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Join the desk"), referrer: "no-referrer" };
}

/** For people who were invited. Looking at the page uses nothing up. */
export default async function JoinPage() {
  const t = await getT();
  return (
    <>
      <h1 className="mb-2 text-lg font-semibold">{t("Join the desk")}</h1>
      <JoinForm />
    </>
  );
}
