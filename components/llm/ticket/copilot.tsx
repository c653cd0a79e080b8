"use client";

import { lazy, Suspense } from "react";
import { useEngine } from "./queries";

/** A file of its own: only desks with a model load it. */
const CopilotPanel = lazy(() =>
  import("./copilot-panel").then(({ CopilotPanel: Panel }) => ({ default: Panel })),
);

/** "Ask about this ticket"; nothing where no model is configured. */
export function Copilot({ ticketId }: { ticketId: string }) {
  const engine = useEngine(ticketId);
  if (!engine) return null;
  return (
    <Suspense>
      <CopilotPanel key={ticketId} ticketId={ticketId} />
    </Suspense>
  );
}
