import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { getT } from "@/app/i18n";
import { SetupForm } from "@/components/auth/setup-form";
import { peopleExist } from "@/lib/person";
import { desk } from "@/lib/platform/tools";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Set up") };
}

/** The first admin of an empty desk. Looking at the page uses nothing up. */
export default async function SetupPage() {
  const t = await getT();
  await connection();
  if (await peopleExist((await desk()).tools.db)) redirect("/sign-in");
  return (
    <>
      <h1 className="text-lg font-semibold">{t("Set up your desk")}</h1>
      <p className="mt-1 mb-4 text-soft">{t("You become its first admin.")}</p>
      <SetupForm />
    </>
  );
}
