"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import type { DeliveryView } from "@/lib/channel/model";
import { type DeliveryTone, deliveryWords } from "./delivery-words";

const LOOK: Record<DeliveryTone, { tone: string; shape: string }> = {
  good: { tone: "text-auto", shape: "rounded-full" },
  wait: { tone: "text-rev", shape: "rotate-45 rounded-[1px]" },
  bad: { tone: "text-held", shape: "rounded-[1px]" },
  quiet: { tone: "text-faint", shape: "h-0.5 rounded-full" },
};

/** State of a delivery: shape, words, and the answer of the other side when it was no. */
export function DeliveryState({ delivery }: { delivery: DeliveryView }) {
  const t = useT();
  const { tone, words, detail } = deliveryWords(delivery, t);
  return (
    <span className="text-xs">
      <span className={cn("inline-flex items-center gap-1.5 font-medium", LOOK[tone].tone)}>
        <span aria-hidden className={cn("size-[7px] shrink-0 bg-current", LOOK[tone].shape)} />
        {words}
      </span>
      {detail ? <span className="text-soft wrap-anywhere"> · {detail}</span> : null}
    </span>
  );
}

/** The same under a message, with the way to the message as it left. */
export function DeliveryLine({ delivery }: { delivery: DeliveryView }) {
  const t = useT();
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2">
      <DeliveryState delivery={delivery} />
      <Link
        href={`/outbox/${delivery.id}`}
        prefetch={false}
        className="py-1 text-faint text-xs underline underline-offset-2 hover:text-ink pointer-coarse:py-3.5"
      >
        {t("Show as sent")}
      </Link>
    </p>
  );
}
