import { dehydrate, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { signedIn } from "@/app/signed-in";
import { Hydrated } from "@/components/desk/hydrated";
import { queueQuery } from "@/components/queue/queries";
import { QueueScreen } from "@/components/queue/queue-screen";
import { usualSort } from "@/components/queue/queue-title";
import { readQueue } from "@/lib/inbox";
import { QueueName } from "@/lib/inbox/model";

type Props = { params: Promise<{ queue: string }>; children: ReactNode };

/** The list lives in the layout, so that it keeps its place while tickets open beside it. */
export default async function QueueLayout({ params, children }: Props) {
  const queue = QueueName.safeParse((await params).queue).data;
  if (!queue) notFound();
  const client = new QueryClient();
  const sort = usualSort(queue);
  const page = await readQueue(await signedIn(), { queue, sort });
  client.setQueryData(queueQuery(queue, sort).queryKey, { pages: [page], pageParams: [""] });
  return (
    <Hydrated json={JSON.stringify(dehydrate(client))}>
      <QueueScreen>{children}</QueueScreen>
    </Hydrated>
  );
}
