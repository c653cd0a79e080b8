import { TicketSkeleton } from "@/components/ticket/ticket-skeleton";

export default function Loading() {
  return <TicketSkeleton />;
}
