"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useBackKey } from "@/components/desk/row-keys";
import { useViewer } from "@/components/desk/viewer";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { DeliveryState } from "@/components/ticket/delivery-line";
import { Time } from "@/components/time/time";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { OutboxItem as Item } from "@/lib/channel/model";
import { useCancelDelivery, useOutboxItem, useRetryDelivery } from "./queries";
import { toDelivery } from "./to-delivery";

const RETRYABLE: readonly Item["state"][] = ["failed", "unknown", "cancelled"];
const STOPPABLE: readonly Item["state"][] = ["queued", "failed", "unknown"];

/** One delivery: its state, and the message exactly as it leaves. */
export function OutboxItem({ id }: { id: string }) {
  const t = useT();
  const { data: item, error, isPending, refetch } = useOutboxItem(id);
  useBackKey("/outbox");
  if (isPending) return <Skeleton className="m-6 h-40" />;
  if (!item) {
    return (
      <ErrorState
        title={t("This delivery could not be shown")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <article aria-label={t("Delivery")} className="flex h-full min-h-0 flex-col overflow-y-auto">
      <div className="sticky top-0 flex min-h-11.5 shrink-0 items-center gap-2 border-b bg-bg px-3.5 max-sm:px-1.5">
        <Button asChild kind="quiet" size="icon" className="sm:hidden">
          <Link href="/outbox" aria-label={t("Back to the outbox")}>
            <ChevronLeft size={18} aria-hidden />
          </Link>
        </Button>
        <div className="min-w-0 flex-1 truncate">
          <DeliveryState delivery={toDelivery(item)} />
        </div>
        <Changes item={item} />
      </div>
      <div className="flex flex-col gap-3 px-6 py-4 max-sm:px-4">
        <h1 className="font-semibold text-lg tracking-tight wrap-anywhere" dir="auto">
          <Link
            href={`/queue/open/${item.ticket.id}`}
            prefetch={false}
            className="hover:text-accent"
          >
            #{item.ticket.number} {item.ticket.subject}
          </Link>{" "}
          {item.ticket.demo ? <Chip>{t("Demo: never leaves")}</Chip> : null}
        </h1>
        <p className="text-soft">
          {t("To {{name}}", { name: item.to || t("the customer’s app") })} ·{" "}
          <Time at={item.createdAt} prefix={t("made")} />
          {item.sentAt ? (
            <>
              {" · "}
              <Time at={item.sentAt} prefix={t("left", { context: "sent" })} />
            </>
          ) : null}
        </p>
        <Raw title={rawTitle(item, t)} text={item.raw ?? item.text} />
        {item.response ? (
          <Raw title={t("The other side’s answer")} text={JSON.stringify(item.response, null, 2)} />
        ) : null}
        <p className="text-faint text-xs wrap-anywhere">
          {t("Message id: {{id}}", { id: item.stableId })}
        </p>
      </div>
    </article>
  );
}

function rawTitle({ raw, sentAt, transport }: Item, t: T): string {
  if (transport === "pull") return t("The text, as the customer’s app fetches it");
  if (raw === null)
    return t(sentAt ? "The text that was sent" : "The text, not yet composed as a message");
  return t(sentAt ? "Exactly as it left" : "Exactly as it would leave");
}

function Raw({ title, text }: { title: string; text: string }) {
  return (
    <section aria-label={title}>
      <h2 className="mb-1 font-medium text-2xs text-faint">{title}</h2>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[60dvh] overflow-auto whitespace-pre-wrap rounded-lg border bg-panel p-3 font-mono text-xs wrap-anywhere"
      >
        {text}
      </pre>
    </section>
  );
}

/** Admins send again or give up; for others the state speaks. */
function Changes({ item }: { item: Item }) {
  const t = useT();
  const viewer = useViewer();
  const retry = useRetryDelivery();
  const cancel = useCancelDelivery();
  const [asking, setAsking] = useState(false);
  if (!viewer.may.outbox) return null;
  return (
    <>
      {RETRYABLE.includes(item.state) ? (
        <Button busy={retry.isPending} onClick={() => retry.mutate(item.id)}>
          {t("Send again")}
        </Button>
      ) : null}
      {STOPPABLE.includes(item.state) ? (
        <Button kind="danger" busy={cancel.isPending} onClick={() => setAsking(true)}>
          {t("Cancel")}
        </Button>
      ) : null}
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("Cancel this delivery?")}
        description={t(
          "The customer won’t get this reply. The ticket stays as it is; you can send again later.",
        )}
        confirm={t("Cancel delivery")}
        danger
        onConfirm={() => cancel.mutate(item.id)}
      />
    </>
  );
}
