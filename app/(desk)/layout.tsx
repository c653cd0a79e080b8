import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { type ReactNode, Suspense } from "react";
import { signedIn } from "@/app/signed-in";
import { countsQuery } from "@/components/desk/queries";
import { Shell } from "@/components/desk/shell";
import { ViewerProvider } from "@/components/desk/viewer";
import { countQueues, readViewer } from "@/lib/inbox";

export const dynamic = "force-dynamic";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await signedIn();
  const client = new QueryClient();
  const [viewer, counts] = await Promise.all([readViewer(ctx), countQueues(ctx)]);
  client.setQueryData(countsQuery.queryKey, counts);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ViewerProvider viewer={viewer}>
        <Suspense>
          <Shell>{children}</Shell>
        </Suspense>
      </ViewerProvider>
    </HydrationBoundary>
  );
}
