import { dehydrate, QueryClient } from "@tanstack/react-query";
import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { signedIn } from "@/app/signed-in";
import { AddressProvider } from "@/components/desk/address";
import { Hydrated } from "@/components/desk/hydrated";
import { PANES_COOKIE } from "@/components/desk/pane-limits";
import { panesFrom } from "@/components/desk/pane-sizes";
import { PanesProvider } from "@/components/desk/panes";
import { countsQuery } from "@/components/desk/queries";
import { Shell } from "@/components/desk/shell";
import { ViewerProvider } from "@/components/desk/viewer";
import { countQueues, readViewer } from "@/lib/inbox";
import { leadOn } from "./meant-ticket";

export const dynamic = "force-dynamic";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await signedIn();
  const client = new QueryClient();
  const [counts] = await Promise.all([countQueues(ctx), leadOn()]);
  const panes = panesFrom((await cookies()).get(PANES_COOKIE)?.value);
  client.setQueryData(countsQuery.queryKey, counts);
  return (
    <Hydrated json={JSON.stringify(dehydrate(client))}>
      <ViewerProvider viewer={readViewer(ctx)}>
        <Suspense>
          <PanesProvider initial={panes}>
            <AddressProvider>
              <Shell>{children}</Shell>
            </AddressProvider>
          </PanesProvider>
        </Suspense>
      </ViewerProvider>
    </Hydrated>
  );
}
