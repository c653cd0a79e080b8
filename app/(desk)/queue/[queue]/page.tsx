import type { Metadata } from "next";
import { getT } from "@/app/i18n";
import { fixedWords } from "@/components/queue/queue-title";
import { TicketPane } from "@/components/queue/ticket-pane";
import { FIXED_QUEUES } from "@/lib/inbox/model";

type Props = { params: Promise<{ queue: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { queue } = await params;
  const fixed = FIXED_QUEUES.find((name) => name === queue);
  const t = await getT();
  return { title: fixed ? fixedWords(fixed, t).title : t("Tickets") };
}

/** The list stands in the layout; tickets open beside it without a way to the server. */
export default function QueuePage() {
  return <TicketPane />;
}
