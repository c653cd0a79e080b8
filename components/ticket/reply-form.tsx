"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { KnowledgeButton } from "@/components/composer/knowledge-button";
import { isBlank, type Words } from "@/components/composer/words";
import { MacroMenu } from "@/components/content/macro-menu";
import { RequestError } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { MessageView, TicketView } from "@/lib/inbox/model";
import { CorrectsSent, useCorrects } from "./corrects-sent";
import { keepWords, useKept } from "./kept-text";
import { newerWords } from "./newer-messages";
import { useReply } from "./queries";
import { placeOf, type SavedWriting, sentFrom } from "./saved-writing";
import { useReplyUndo } from "./undo-reply";
import { useNewer } from "./use-newer";
import { goToMessage } from "./use-unread";
import { useWriting } from "./use-writing";
import { WriteForm } from "./write-form";

export type FormProps = {
  ticket: TicketView;
  saved: SavedWriting;
  /** Counts presses of Reply or Note: each puts the cursor into the field. */
  focus: number;
  onDone: () => void;
};

/** A reply to the customer. */
export function ReplyForm({ ticket, saved, focus, onDone }: FormProps) {
  const t = useT();
  const place = placeOf(ticket.id, "reply");
  const words = useKept(place);
  const writing = useWriting(ticket.id);
  const { newer, accept } = useNewer(ticket.messages, !isBlank(words), words.at);
  /** Set: somebody wanted to send while there was something that they had not seen. */
  const [asking, setAsking] = useState<{ resolve: boolean } | null>(null);
  const write = (next: Words) => {
    keepWords(place, next);
    writing.wrote(next.text);
  };
  const { post, ...reply } = useSendReply(ticket, saved, () => {
    writing.ended();
    setAsking(null);
    onDone();
  });
  const corrects = useCorrects(ticket.attempt);
  const send = (resolve: boolean) => {
    if (newer.length > 0 && !asking) setAsking({ resolve });
    else post(words, { resolve, again: reply.error !== null, corrects: corrects.id });
  };
  return (
    <WriteForm
      ticket={ticket}
      label={t("Reply to the customer")}
      hint={t("Reply to {{name}}… / for macros and knowledge", { name: ticket.customer.name })}
      words={words}
      onWords={write}
      onLeave={writing.stopped}
      saved={saved}
      send={send}
      busy={reply.isPending}
      error={reply.error}
      action={corrects.id ? t("Send correction") : t("Send reply")}
      resolves={!corrects.id}
      focus={focus}
      meanwhile={
        <>
          <CorrectsSent {...corrects} />
          <Meanwhile
            newer={newer}
            asking={asking !== null}
            onShown={() => {
              accept();
              setAsking(null);
            }}
            onSend={() => post(words, { resolve: asking?.resolve, corrects: corrects.id })}
          />
        </>
      }
      tools={(insert) => (
        <>
          <MacroMenu ticket={ticket} onText={(text) => text && insert({ text, html: null })} />
          <KnowledgeButton ticketId={ticket.id} onWords={insert} />
        </>
      )}
    />
  );
}

type Posting = {
  resolve?: boolean | undefined;
  /** It was refused, and the person has read why. */
  again?: boolean;
  /** The flagged draft that it is the correction of. */
  corrects: string | undefined;
};

function useSendReply(ticket: TicketView, saved: SavedWriting, onSent: () => void) {
  const t = useT();
  const client = useQueryClient();
  const undo = useReplyUndo(ticket.id);
  const reply = useReply(ticket.id, (sent) => {
    sentFrom(client, ticket.id, "reply");
    onSent();
    if (sent.reviewState === "held") {
      return void toast.success(t("Kept; it leaves once a second person approves the same words"));
    }
    const way = undo.offer(sent, t("Reply sent"), placeOf(ticket.id, "reply"));
    const waits = sent.reviewState === "held";
    if (!way)
      toast.success(waits ? t("A second person must approve it") : t("Reply is on its way"));
  });
  const post = ({ text, html }: Words, { resolve, again, corrects }: Posting) => {
    const takeOver =
      again === true && reply.error instanceof RequestError && reply.error.code === "conflict";
    const { id: ticketId, version: expectedVersion } = ticket;
    const thenStatus = resolve ? "resolved" : "pending_customer";
    saved.sending(true);
    // Also when the ticket was left meanwhile. The form shows what was refused.
    void reply
      .mutateAsync({ ticketId, text, html, thenStatus, expectedVersion, takeOver, corrects })
      .catch(() => undefined)
      .finally(() => saved.sending(false));
  };
  return { ...reply, post };
}

type MeanwhileProps = {
  newer: readonly MessageView[];
  asking: boolean;
  onShown: () => void;
  onSend: () => void;
};

/** Something has come that whoever writes may not have seen. Nothing is sent past it unasked. */
function Meanwhile({ newer, asking, onShown, onSend }: MeanwhileProps) {
  const t = useT();
  const show = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) show.current?.focus();
  }, [asking]);
  const [first] = newer;
  if (!first) return null;
  const showIt = () => {
    goToMessage(first.id);
    onShown();
  };
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-2 border-t px-3 py-1.5 font-medium text-rev"
    >
      <p className="min-w-0 flex-1 basis-60">
        {newerWords(newer, t)} {asking ? t("Nothing was sent yet.") : null}
        <span dir="auto" className="line-clamp-1 font-normal text-soft">
          {newer.at(-1)?.text}
        </span>
      </p>
      <Button ref={show} onClick={showIt}>
        {t("Show it")}
      </Button>
      {asking ? <Button onClick={onSend}>{t("Send anyway")}</Button> : null}
    </div>
  );
}
