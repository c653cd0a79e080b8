import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getT } from "@/app/i18n";
import { SignInForm } from "@/components/auth/sign-in-form";
import { peopleExist } from "@/lib/person";
import { AppError } from "@/lib/platform/errors";
import { localPath } from "@/lib/platform/local-path";
import { contextFromSession } from "@/lib/platform/session";
import { desk } from "@/lib/platform/tools";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Sign in") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const t = await getT();
  const { next } = await searchParams;
  const target = localPath(typeof next === "string" ? next : null);
  if (await isSignedIn()) redirect(target);
  if (!(await peopleExist((await desk()).tools.db))) redirect("/setup");
  return (
    <>
      <h1 className="mb-4 text-lg font-semibold">{t("Sign in")}</h1>
      <SignInForm target={target} />
    </>
  );
}

async function isSignedIn(): Promise<boolean> {
  try {
    await contextFromSession();
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") return false;
    throw error;
  }
}
