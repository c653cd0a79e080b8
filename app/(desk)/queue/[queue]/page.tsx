import type { Metadata } from "next";
import { QUEUE_WORDS } from "@/components/queue/queue-title";
import { EmptyState } from "@/components/ui/empty-state";
import { FIXED_QUEUES } from "@/lib/inbox/model";

type Props = { params: Promise<{ queue: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { queue } = await params;
  const fixed = FIXED_QUEUES.find((name) => name === queue);
  return { title: fixed ? QUEUE_WORDS[fixed].title : "Team" };
}

export default function NoTicketChosen() {
  return (
    <div className="grid h-full place-items-center">
      <EmptyState title="No ticket is open">
        Choose one from the list to read it and answer.
      </EmptyState>
    </div>
  );
}
