"use client";

import { useState } from "react";
import { offerUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { when } from "@/components/time/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ReviewItem } from "@/lib/review/model";
import { laterTimes } from "./later-times";
import { putOff } from "./queries";
import type { useVerdict } from "./use-verdict";

type Props = {
  item: ReviewItem;
  verdict: ReturnType<typeof useVerdict>;
  onClose: () => void;
};

/** Until when? Enter takes an hour. */
export function LaterDialog({ item, verdict, onClose }: Props) {
  const t = useT();
  const [now] = useState(() => new Date());
  const { id: attemptId, ticket } = item;
  const until = (at: Date) => {
    onClose();
    void verdict.close(item, async () => {
      await putOff({ attemptId, until: at.toISOString() });
      const text = t("#{{number}}: put off until {{time}}", {
        number: ticket.number,
        time: when(at, new Date(), undefined, t),
      });
      const run = () => verdict.undo(item, () => putOff({ attemptId, until: null }));
      offerUndo({ key: attemptId, text, after: "", run });
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Later")}
      description={t(
        "It leaves the queue for everybody, and comes back at its time. Nothing is sent.",
      )}
    >
      <ul className="flex flex-col">
        {laterTimes(now, t).map(({ name, at }) => (
          <li key={name}>
            <Button
              kind="quiet"
              className="-mx-2.5 w-[calc(100%+1.25rem)] justify-between text-ink"
              onClick={() => until(at)}
            >
              {name} <span className="text-soft">{when(at, now, undefined, t)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
