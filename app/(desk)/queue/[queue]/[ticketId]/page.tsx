import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { signedIn } from "@/app/signed-in";
import { ticketQuery } from "@/components/ticket/queries";
import { TicketScreen } from "@/components/ticket/ticket-screen";
import { readTicket } from "@/lib/inbox";
import { AppError } from "@/lib/platform/errors";

type Props = { params: Promise<{ queue: string; ticketId: string }> };

/** Once per request, for the title and the page. */
const ticketOf = cache(async (id: string) => {
  const ctx = await signedIn();
  return readTicket(ctx, { id }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ticket = await ticketOf((await params).ticketId);
  return { title: `#${ticket.number} ${ticket.subject}` };
}

export default async function TicketPage({ params }: Props) {
  const { queue, ticketId } = await params;
  const client = new QueryClient();
  client.setQueryData(ticketQuery(ticketId).queryKey, await ticketOf(ticketId));
  return (
    <HydrationBoundary state={dehydrate(client)}>
      {/* A new ticket is a new screen: nothing typed or opened on one may show on the next. */}
      <TicketScreen key={ticketId} id={ticketId} queue={queue} />
    </HydrationBoundary>
  );
}
