"use client";

import { KeyedButton } from "@/components/desk/keyed-button";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { DraftPart } from "@/lib/assist/model";
import { useParts } from "../use-parts";
import { useEngine, useRefreshTicket } from "./queries";

/** A new draft of the model for a ticket: it streams into the panel, and is kept when it is whole. */
export function useDraftAgain(ticketId: string) {
  const refresh = useRefreshTicket(ticketId);
  const engine = useEngine(ticketId);
  const now = useParts(`/api/tickets/${ticketId}/draft`, DraftPart, {
    onEnd: (part) => {
      if (part?.kind === "done") void refresh().then(now.reset);
    },
  });
  return {
    ...now,
    available: engine?.mode === "on",
    begin: () => now.run({ keep: true }),
  };
}

type Again = ReturnType<typeof useDraftAgain>;

/** Beside the other buttons of a draft. */
export function AgainButton({ again }: { again: Again }) {
  const t = useT();
  if (!again.available) return null;
  if (again.state === "running") return <Button onClick={again.stop}>{t("Stop the draft")}</Button>;
  return (
    <KeyedButton of="w" onPress={again.begin}>
      {t("Draft again")}
    </KeyedButton>
  );
}

/** The new draft as it grows, in the place of the old one; and why there is none. */
export function AgainText({ again }: { again: Again }) {
  const t = useT();
  const { state, part, error } = again;
  const fault = part?.kind === "fault" ? part.words : error;
  const text = part && part.kind !== "fault" ? part.text : null;
  if (state === "idle") return null;
  return (
    <div aria-live="polite" aria-busy={state === "running"} className="flex flex-col gap-1.5">
      {state === "running" || state === "ended" ? (
        <p
          dir="auto"
          className="min-h-24 max-w-[66ch] whitespace-pre-wrap text-base leading-relaxed wrap-anywhere"
        >
          {text ?? <span className="text-soft">{t("Writing…")}</span>}
        </p>
      ) : null}
      {part?.kind === "text" && state === "running" ? (
        <p className="text-held">
          {t("Not checked: it may hold what the desk takes out of finished drafts.")}
        </p>
      ) : null}
      {state === "stopped" ? (
        <p className="text-soft">{t("Stopped. The draft below is as it was.")}</p>
      ) : null}
      {fault && state !== "running" ? (
        <p className="mb-2 flex flex-wrap items-center gap-2">
          <span className="text-held">
            ■ {t.stored(fault)} {t("The draft below is as it was.")}
          </span>
          <Button onClick={again.begin}>{t("Try again")}</Button>
        </p>
      ) : null}
    </div>
  );
}

/** True while the new draft stands in the place of the old one. */
export const takesPlace = ({ state, part }: Again): boolean =>
  state === "running" || (state === "ended" && part?.kind === "done");
