"use client";

import { Paperclip } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Time } from "@/components/time/time";
import { Avatar } from "@/components/ui/avatar";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { MessageView, TicketView } from "@/lib/inbox/model";
import { DeliveryLine } from "./delivery-line";
import { LeavingLine } from "./leaving-line";
import { MessageMenu } from "./message-menu";
import { messageAnchor } from "./newer-messages";
import { RatingLine } from "./rating-line";
import { ThreadMessageText } from "./thread-message-text";

type Props = { ticket: TicketView; message: MessageView; queue: string };

const INTERNAL_WORDS: Record<string, string> = says({
  note: "noted",
  tool_result: "reported",
  handover: "handed over",
  message: "wrote internally",
});

/** One entry of the conversation: a message in full, or something internal in the note's style. */
export function Message(props: Props) {
  return props.message.public ? (
    <PublicMessage {...props} />
  ) : (
    <InternalNote message={props.message} />
  );
}

function PublicMessage({ ticket, message, queue }: Props) {
  const t = useT();
  const { name, address, author, approvedBy } = message;
  return (
    <article
      id={messageAnchor(message.id)}
      tabIndex={-1}
      aria-label={t("{{name}} wrote", { name })}
      className="grid rounded-md grid-cols-[28px_minmax(0,1fr)] gap-2.5 max-sm:grid-cols-[minmax(0,1fr)]"
    >
      <span className="max-sm:hidden">
        <Avatar name={name} square={author === "ai"} />
      </span>
      <div className="min-w-0">
        <header className="flex flex-wrap items-baseline gap-x-2 text-faint">
          <b className="font-semibold text-ink" dir="auto">
            {name}
          </b>
          {address && address !== name ? <span className="wrap-anywhere">{address}</span> : null}
          {author === "ai" ? (
            <span>
              {approvedBy
                ? t("approved by {{name}}", { name: approvedBy })
                : t("answered by itself")}
            </span>
          ) : null}
          <Time at={message.createdAt} />
          {message.landedBecause ? <WhyHere because={message.landedBecause} /> : null}
          {author === "customer" ? (
            <MessageMenu ticket={ticket} message={message} queue={queue} />
          ) : null}
        </header>
        <ThreadMessageText text={message.text} html={message.html} className="mt-0.5" />
        <Attachments of={message} />
        {message.leavesAt ? <LeavingLine ticket={ticket} message={message} /> : null}
        {message.delivery ? <DeliveryLine delivery={message.delivery} /> : null}
        {message.rating ? <RatingLine rating={message.rating} /> : null}
      </div>
    </article>
  );
}

function InternalNote({ message }: { message: MessageView }) {
  const t = useT();
  return (
    <article
      id={messageAnchor(message.id)}
      tabIndex={-1}
      aria-label={t("Internal: {{name}}", { name: message.name })}
      className="ml-9.5 rounded-lg border border-note-line bg-note px-2.5 py-2 max-sm:ml-0"
    >
      <header className="flex flex-wrap items-baseline gap-x-1.5">
        <b className="font-semibold">{message.name}</b>
        <span>{t(INTERNAL_WORDS[message.kind] ?? "wrote internally")}</span>
        <Time at={message.createdAt} className="text-faint" />
        <span className="text-faint text-xs">{t("· not seen by the customer")}</span>
      </header>
      <ThreadMessageText text={message.text} html={message.html} />
      <Attachments of={message} />
    </article>
  );
}

function WhyHere({ because }: { because: string }) {
  const t = useT();
  return (
    <Popover>
      <PopoverTrigger className="min-h-6 text-xs underline decoration-dotted underline-offset-2 hover:text-ink">
        {t("Why here?")}
      </PopoverTrigger>
      <PopoverContent>
        <p className="font-semibold">{t("Why this landed here")}</p>
        <p className="mt-1 text-soft wrap-anywhere">{t.stored(because)}</p>
      </PopoverContent>
    </Popover>
  );
}

/** Named, not opened: attachments are fetched by a safe client, and that is not built yet. */
function Attachments({ of: { attachments } }: { of: MessageView }) {
  if (attachments.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-soft text-xs">
      {attachments.map((attachment) => (
        <li key={attachment.url} className="flex items-center gap-1">
          <Paperclip size={12} aria-hidden />
          <span className="wrap-anywhere">{attachment.name ?? attachment.url}</span>
        </li>
      ))}
    </ul>
  );
}
