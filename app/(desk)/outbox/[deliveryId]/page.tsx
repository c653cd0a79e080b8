import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getT } from "@/app/i18n";
import { signedIn } from "@/app/signed-in";
import { OutboxItem } from "@/components/outbox/outbox-item";
import { outboxItemQuery } from "@/components/outbox/queries";
import { OutboxItemQuery } from "@/lib/channel/model";
import { readOutboxItem } from "@/lib/inbox";
import { AppError } from "@/lib/platform/errors";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getT();
  return { title: t("Outbox") };
}

type Props = { params: Promise<{ deliveryId: string }> };

export default async function DeliveryPage({ params }: Props) {
  const query = OutboxItemQuery.safeParse({ id: (await params).deliveryId }).data;
  if (!query) notFound();
  const item = await readOutboxItem(await signedIn(), query).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const client = new QueryClient();
  client.setQueryData(outboxItemQuery(query.id).queryKey, item);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OutboxItem key={query.id} id={query.id} />
    </HydrationBoundary>
  );
}
