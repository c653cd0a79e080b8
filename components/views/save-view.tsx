"use client";

import { type FormEvent, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { goTo } from "@/components/queue/place";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FIXED_QUEUES, QueueSort } from "@/lib/inbox/model";
import { TICKET_STATUSES } from "@/lib/ticket/model";
import type { ViewFilter, ViewTest } from "@/lib/view/model";
import { filterFrom } from "./filter-text";
import { joinFilters } from "./join-filters";
import { NameAndShare } from "./name-and-share";
import { useAddView, useViews } from "./queries";

type Props = { queue: string /** JSON, as in the address. */; filter: string; sort: string };

/** Keeps the filter, and what the queue itself tests, under a name. */
export function SaveView({ queue, filter, sort }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const views = useViews();
  const base = baseOf(queue, views?.find(({ id }) => id === queue)?.filter);
  const current = filterFrom(filter);
  const whole = joinFilters(base, current);
  return (
    <>
      <Button
        kind="quiet"
        disabled={!whole}
        title={whole ? undefined : t("One view can’t hold “any of” and more tests")}
        onClick={() => setOpen(true)}
      >
        {t("Save as view")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t("Save as view")}
        description={t(
          "It stands in the navigation with its count, and tickets come and go by themselves.",
        )}
      >
        {whole ? <SaveForm filter={whole} sort={sort} onClose={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}

function SaveForm({
  filter,
  sort,
  onClose,
}: {
  filter: ViewFilter;
  sort: string;
  onClose: () => void;
}) {
  const t = useT();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const add = useAddView();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || add.isPending) return;
    const order = QueueSort.catch("newest").parse(sort);
    add.mutate(
      { name, shared, filter, sort: order },
      {
        onSuccess: ({ viewId }) => {
          onClose();
          goTo({ queue: viewId, ticketId: undefined, filter: "", sort: order });
        },
      },
    );
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      <NameAndShare name={name} shared={shared} onName={setName} onShared={setShared} />
      {add.isError ? (
        <p role="alert" className="text-held">
          {messageOf(add.error, t)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button type="submit" kind="primary" busy={add.isPending} disabled={name.trim() === ""}>
          {t("Save")}
        </Button>
      </div>
    </form>
  );
}

const of = (...tests: ViewTest[]): ViewFilter => ({ match: "all", tests });
/** Without it a view holds open tickets only. */
const ANY_STATUS: ViewTest = { field: "status", in: [...TICKET_STATUSES] };

/** What a queue tests, as a filter; null for all open ones, which every view begins with. */
function baseOf(queue: string, view: ViewFilter | undefined): ViewFilter | null {
  if (view) return view;
  const fixed = FIXED_QUEUES.find((name) => name === queue);
  switch (fixed) {
    case "mine":
      return of({ field: "assignee", in: ["me"] });
    case "unassigned":
      return of({ field: "assignee", in: ["none"] });
    case "breaching":
      return of({ field: "sla", in: ["soon", "late"] });
    case "mentions":
      return of({ field: "mentions", is: "me" });
    case "all":
      return of(ANY_STATUS);
    case "snoozed":
      return of({ field: "snoozed", is: true });
    case "review":
      return of({ field: "review", in: ["flagged"] }, ANY_STATUS);
    case "held":
      return of({ field: "review", in: ["held"] }, ANY_STATUS);
    case "sent":
      return of({ field: "decision", in: ["sent", "sent_flagged"] }, ANY_STATUS);
    default:
      return queue.startsWith("team_") ? of({ field: "team", in: [queue] }) : null;
  }
}
