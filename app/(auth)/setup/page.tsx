import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { SetupForm } from "@/components/auth/setup-form";
import { peopleExist } from "@/lib/person";
import { desk } from "@/lib/platform/tools";

export const metadata: Metadata = { title: "Set up" };

/** The first admin of an empty desk. Looking at the page uses nothing up. */
export default async function SetupPage() {
  await connection();
  if (await peopleExist((await desk()).tools.db)) redirect("/sign-in");
  return (
    <>
      <h1 className="text-lg font-semibold">Set up your desk</h1>
      <p className="mt-1 mb-4 text-soft">You become its first admin.</p>
      <SetupForm />
    </>
  );
}
