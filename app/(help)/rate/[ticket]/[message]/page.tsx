import type { Metadata } from "next";
import { getLocale, getT } from "@/app/i18n";
import { RatePage } from "@/components/csat/rate-page";
import { Score } from "@/lib/csat/model";
import { readRatingPage } from "@/lib/inbox";
import { desk } from "@/lib/platform/tools";

/** The address holds a token: other sites must not be told of it. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Rate an answer"), referrer: "no-referrer" };
}

type Props = {
  params: Promise<{ ticket: string; message: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Opening it changes nothing, whatever the link says: only the form that is sent does. */
export default async function Rate({ params, searchParams }: Props) {
  const { ticket, message } = await params;
  const asked = await searchParams;
  const word = (name: string) => {
    const value = asked[name];
    return typeof value === "string" ? value : "";
  };
  const { tools } = await desk();
  const ctx = { ...tools, actor: { type: "system", name: "customer" } } as const;
  const link = { ticket, message, t: word("t") };
  return (
    <RatePage
      page={await readRatingPage(ctx, link)}
      locale={await getLocale()}
      link={link}
      proposed={Score.safeParse(word("score") || undefined).data ?? null}
      saved={word("saved") === "1"}
      refused={word("refused") || null}
    />
  );
}
