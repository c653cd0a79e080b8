import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { signedIn } from "@/app/signed-in";
import { OutboxScreen } from "@/components/outbox/outbox-screen";
import { outboxQuery } from "@/components/outbox/queries";
import { readOutbox } from "@/lib/inbox";

export default async function OutboxLayout({ children }: { children: ReactNode }) {
  const client = new QueryClient();
  const page = await readOutbox(await signedIn(), {});
  client.setQueryData(outboxQuery.queryKey, { pages: [page], pageParams: [""] });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OutboxScreen>{children}</OutboxScreen>
    </HydrationBoundary>
  );
}
