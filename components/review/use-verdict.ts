"use client";

import { useQueryClient } from "@tanstack/react-query";
import { messageOf } from "@/components/desk/request";
import { offerUndo, withdrawUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { keepText } from "@/components/ticket/kept-text";
import { sentFrom, setLeaving } from "@/components/ticket/saved-writing";
import { toast } from "@/components/ui/toast";
import type { ReviewItem } from "@/lib/review/model";
import {
  itemQuery,
  type Saying,
  sayVerdict,
  takeBack,
  useDropItem,
  useRefreshReview,
} from "./queries";
import { doneWords } from "./review-words";
import { keepWhile } from "./use-lease";

type Places = {
  /** Opens what comes after the item, at once. */
  goOn: (from: string) => void;
  goTo: (id: string) => void;
};

/**
 * Says a verdict: the next item opens before the desk has answered. When it refuses, the item is
 * back in the list, and whoever said it is told why and can go back; what they wrote is kept.
 */
export function useVerdict({ goOn, goTo }: Places) {
  const t = useT();
  const client = useQueryClient();
  const drop = useDropItem();
  const refresh = useRefreshReview();

  /** Something that closes an item, whatever it is. @returns false when it was refused */
  async function close(item: ReviewItem, act: () => Promise<void>): Promise<boolean> {
    await drop(item.id);
    const acting = keepWhile(item.id, act);
    goOn(item.id);
    try {
      await acting;
      return true;
    } catch (error) {
      toast.error(`#${item.ticket.number}: ${messageOf(error, t)}`, {
        description: t("Nothing was sent by you."),
        action: { label: t("Open it"), onClick: () => goTo(item.id) },
      });
      return false;
    } finally {
      void client.invalidateQueries({ queryKey: itemQuery(item.ticket.id, item.id).queryKey });
      void refresh();
    }
  }

  async function undo(item: ReviewItem, run: () => Promise<unknown>) {
    await run();
    withdrawUndo(item.id);
    await refresh(); // before it is listed again it can't be opened
    goTo(item.id);
    toast.success(t("#{{number}}: taken back", { number: item.ticket.number }));
  }

  return {
    close,
    undo,
    say: (item: ReviewItem, saying: Saying) =>
      close(item, async () => {
        const place = `draft.${item.id}` as const;
        setLeaving(place, true);
        const settled = await sayVerdict(saying).finally(() => setLeaving(place, false));
        const text = doneWords(settled, item.ticket.number, t);
        if (saying.say === "correct" || saying.say === "reject") {
          sentFrom(client, item.ticket.id, place);
        }
        if (!settled.undoUntil) return void toast.success(text);
        const run = () =>
          undo(item, async () => {
            await takeBack(item.id, settled.messageId);
            if (saying.say === "correct") keepText(place, saying.text);
          });
        const after = settled.messageId ? says("leaves") : "";
        offerUndo({ key: item.id, text, after, until: settled.undoUntil, run });
      }),
  };
}
