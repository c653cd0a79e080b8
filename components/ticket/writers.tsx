"use client";

import { PencilLine } from "lucide-react";
import { useWriters } from "./queries";

/** Colleagues who are writing here, so that nobody answers twice. */
export function Writers({ ticketId }: { ticketId: string }) {
  const writers = useWriters(ticketId);
  return (
    <p role="status" className="empty:hidden">
      {writers.length > 0 ? (
        <span className="flex items-center gap-1.5 font-medium text-rev text-xs max-sm:px-4">
          <PencilLine size={13} aria-hidden />
          {writers.map(({ name }) => name).join(" and ")} {writers.length === 1 ? "is" : "are"}{" "}
          writing…
        </span>
      ) : null}
    </p>
  );
}
