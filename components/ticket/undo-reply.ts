"use client";

import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/components/desk/queries";
import { offerUndo, withdrawUndo } from "@/components/desk/undo";
import { says } from "@/components/i18n/says";
import { keepWords } from "./kept-text";
import { type Sent, useUndoReply } from "./queries";

/**
 * The way back from a sent reply. What a person wrote stands where it was written again: `place` is
 * `reply.<ticket>` or `draft.<attempt>`; a draft that was only approved is simply held again.
 */
export function useReplyUndo(ticketId: string) {
  const client = useQueryClient();
  const undo = useUndoReply(ticketId);
  const takeBack = async (messageId: string, place: string | null) => {
    const { text, html } = await undo.mutateAsync({ messageId });
    withdrawUndo(messageId);
    // The ticket first: its draft is open again, and the text belongs beside it.
    await client.refetchQueries({ queryKey: keys.ticket(ticketId) });
    if (place) keepWords(place, { text, html });
  };
  return {
    busy: undo.isPending,
    takeBack,
    /** Offers it for as long as the reply waits. @returns false when there is no way back */
    offer({ messageId, undoUntil }: Sent, text: string, place: string | null): boolean {
      if (!messageId || !undoUntil) return false;
      const run = () => takeBack(messageId, place);
      offerUndo({ key: messageId, text, after: says("leaves"), until: undoUntil, run });
      return true;
    },
  };
}
