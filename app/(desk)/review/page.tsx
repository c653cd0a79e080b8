import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { filtersOf } from "@/components/review/filters";
import { itemQuery, reviewQuery } from "@/components/review/queries";
import { ReviewScreen } from "@/components/review/review-screen";
import { CategoriesProvider } from "@/components/review/use-categories";
import { listCategories, readReviewItem, readReviewQueue } from "@/lib/review";
import { ReviewItem, ReviewList } from "@/lib/review/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("To review") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The queue and its first item come with the page; each further one is fetched ahead. */
export default async function ReviewPage({ searchParams }: Props) {
  const ctx = await signedIn();
  const search = toSearch(await searchParams);
  const query = filtersOf(search);
  const list = ReviewList.parse(await readReviewQueue(ctx, query));
  const client = new QueryClient();
  client.setQueryData(reviewQuery(query).queryKey, list);
  const wanted = search.get("item");
  const open = list.rows.find(({ id }) => id === wanted) ?? list.rows.find((row) => !row.with);
  if (open) {
    const item = ReviewItem.parse(await readReviewItem(ctx, { id: open.id }));
    client.setQueryData(itemQuery(open.ticketId, open.id).queryKey, item);
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CategoriesProvider categories={await listCategories(ctx)}>
        <ReviewScreen />
      </CategoriesProvider>
    </HydrationBoundary>
  );
}

/** Of a name that stands twice the first counts. */
function toSearch(given: Awaited<Props["searchParams"]>): URLSearchParams {
  const named = Object.entries(given).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(named);
}
