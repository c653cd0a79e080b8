import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { searchQuery } from "@/components/search/queries";
import { SearchScreen } from "@/components/search/search-screen";
import { searchDesk } from "@/lib/search";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Search") };
}

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export default async function SearchPage({ searchParams }: Props) {
  const ctx = await signedIn();
  const { q } = await searchParams;
  const box = (Array.isArray(q) ? q[0] : q)?.trim() ?? "";
  const client = new QueryClient();
  if (box !== "") {
    // A search that fails here is asked again by the browser, which says what happened.
    await client.prefetchQuery({
      ...searchQuery(box),
      queryFn: () => searchDesk(ctx, { q: box }),
      retry: false,
    });
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <SearchScreen />
    </HydrationBoundary>
  );
}
