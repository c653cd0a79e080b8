"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { DeliveryState } from "@/components/ticket/delivery-line";
import { Time } from "@/components/time/time";
import { cn } from "@/components/ui/cn";
import type { OutboxRow as Row } from "@/lib/channel/model";
import { toDelivery } from "./to-delivery";

export function OutboxRow({ row, selected }: { row: Row; selected: boolean }) {
  const t = useT();
  return (
    <li className="border-b">
      <Link
        href={`/outbox/${row.id}`}
        prefetch={false}
        scroll={false}
        data-row
        aria-current={selected ? "page" : undefined}
        className={cn(
          "relative block py-2.5 pr-3.5 pl-5.5 -outline-offset-2",
          selected
            ? "bg-sel before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent"
            : "hover:bg-bg",
        )}
      >
        <span className="flex items-baseline justify-between gap-2">
          <span className="truncate font-semibold">{row.to || t("The customer’s app")}</span>
          <Time
            at={row.sentAt ?? row.createdAt}
            as="since"
            className="shrink-0 text-faint text-xs"
          />
        </span>
        <span className="block truncate" dir="auto">
          <span className="text-faint">#{row.ticket.number}</span> {row.ticket.subject}
        </span>
        <span className="mt-0.5 block truncate">
          <DeliveryState delivery={toDelivery(row)} />
        </span>
      </Link>
    </li>
  );
}
