import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { signedIn } from "@/app/signed-in";
import { queueQuery } from "@/components/queue/queries";
import { QueueScreen } from "@/components/queue/queue-screen";
import { readQueue } from "@/lib/inbox";
import { QueueName } from "@/lib/inbox/model";

type Props = { params: Promise<{ queue: string }>; children: ReactNode };

/** The list lives in the layout, so that it keeps its place while tickets open beside it. */
export default async function QueueLayout({ params, children }: Props) {
  const queue = QueueName.safeParse((await params).queue).data;
  if (!queue) notFound();
  const client = new QueryClient();
  const page = await readQueue(await signedIn(), { queue, sort: "newest" });
  client.setQueryData(queueQuery(queue, "newest").queryKey, { pages: [page], pageParams: [""] });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <QueueScreen queue={queue}>{children}</QueueScreen>
    </HydrationBoundary>
  );
}
