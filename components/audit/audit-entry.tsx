"use client";

import Link from "next/link";
import { useState } from "react";
import { useViewer } from "@/components/desk/viewer";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import type { AuditRow } from "@/lib/admin/model";
import { auditWords, valueWords } from "./audit-words";
import { useUndoSetting } from "./queries";

export function AuditEntry({ row }: { row: AuditRow }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const words = auditWords(row, t);
  return (
    <li
      data-row
      tabIndex={-1}
      className="-mx-4 border-t px-4 py-2 -outline-offset-2 first:border-t-0"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <p className="min-w-0 flex-1 basis-56 wrap-anywhere">{words}</p>
        {row.ticket ? (
          <Link
            href={`/queue/open/${row.ticket.id}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            #{row.ticket.number}
          </Link>
        ) : null}
        <p className="text-soft max-sm:mr-auto">
          {actorWords(row, t)}, <Time at={row.at} />
        </p>
        <Button
          kind="quiet"
          data-opens
          aria-expanded={open}
          aria-label={
            open ? t("Less of: {{words}}", { words }) : t("More of: {{words}}", { words })
          }
          onClick={() => setOpen(!open)}
        >
          {open ? t("Less") : t("More")}
        </Button>
      </div>
      {open ? <Details row={row} /> : null}
    </li>
  );
}

function Details({ row }: { row: AuditRow }) {
  const t = useT();
  const undo = useUndoSetting();
  const viewer = useViewer();
  const isSetting = row.type === "setting.changed" && row.payload.before !== undefined;
  return (
    <div className="mt-1 flex flex-col items-start gap-2">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4">
        {Object.entries(row.payload).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="font-mono text-xs wrap-anywhere">{valueWords(value, t)}</dd>
          </div>
        ))}
      </dl>
      {isSetting && viewer.role === "admin" ? (
        <Button busy={undo.isPending} onClick={() => undo.mutate(row.id)}>
          {t("Put back what it was")}
        </Button>
      ) : null}
    </div>
  );
}

function actorWords({ actor }: AuditRow, t: T): string {
  if (actor.name) return actor.name;
  const { id: name, type } = actor;
  if (type === "job" || type === "system") return t("the desk ({{name}})", { name });
  return t(type === "person" ? "somebody who is gone" : "a connection that is gone");
}
