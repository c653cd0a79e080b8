"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { isRefusal } from "@/components/desk/request";
import { NowProvider } from "@/components/time/now";
import { Toaster } from "@/components/ui/toaster";

/** Data is kept fresh by live updates; this is for tabs that slept through them. */
const STALE_MS = 60_000;

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The desk may run on this very machine: what the browser thinks of the network says nothing
      // about it, and would hold up every question on a machine without one.
      mutations: { networkMode: "always" },
      queries: {
        networkMode: "always",
        staleTime: STALE_MS,
        retry: (failures, error) => !isRefusal(error) && failures < 2,
      },
    },
  });
}

type Props = {
  /** When the server made the page, ISO: so that the first paint says the same on both sides. */
  now: string;
  /** What the page's policy lets inline scripts run by. */
  nonce: string;
  children: ReactNode;
};

export function Providers({ now, nonce, children }: Props) {
  const [client] = useState(makeClient);
  return (
    <ThemeProvider
      attribute="data-theme"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      nonce={nonce}
    >
      <QueryClientProvider client={client}>
        <NowProvider initial={now}>{children}</NowProvider>
        <Toaster />
      </QueryClientProvider>
    </ThemeProvider>
  );
}
