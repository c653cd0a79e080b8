import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { goToMeant } from "@/app/(desk)/meant-ticket";
import { signedIn } from "@/app/signed-in";
import { Hydrated } from "@/components/desk/hydrated";
import { TicketPane } from "@/components/queue/ticket-pane";
import { ticketQuery } from "@/components/ticket/queries";
import { readTicket } from "@/lib/inbox";
import { AppError } from "@/lib/platform/errors";

type Props = { params: Promise<{ queue: string; ticketId: string }> };

/** Once per request, for the title and the page. */
const ticketOf = cache(async (queue: string, ref: string) => {
  await goToMeant(queue, ref).catch(orNotFound);
  return readTicket(await signedIn(), { id: ref }).catch(orNotFound);
});

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not_found") notFound();
  throw error;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { queue, ticketId } = await params;
  const ticket = await ticketOf(queue, ticketId);
  return { title: `#${ticket.number} ${ticket.subject}` };
}

export default async function TicketPage({ params }: Props) {
  const { queue, ticketId } = await params;
  const client = new QueryClient();
  client.setQueryData(ticketQuery(ticketId).queryKey, await ticketOf(queue, ticketId));
  return (
    <Hydrated json={JSON.stringify(dehydrate(client))}>
      <TicketPane />
    </Hydrated>
  );
}
