import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Outbox" };

export default function NoDeliveryChosen() {
  return (
    <div className="grid h-full place-items-center">
      <EmptyState title="No delivery is open">
        Choose one to see the message exactly as it leaves.
      </EmptyState>
    </div>
  );
}
