"use client";

import {
  AlarmClock,
  Check,
  CheckSquare,
  type LucideIcon,
  Mail,
  RotateCcw,
  UserRound,
} from "lucide-react";
import { useState } from "react";
import type { Change } from "@/components/bulk/optimistic";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { dayAndTime, snoozePresets } from "@/components/lifecycle/snooze-times";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { QueueRow } from "@/lib/inbox/model";
import { rowMoves } from "./row-moves";

type Props = {
  row: QueueRow;
  /** Only the times: it was swiped aside. */
  snoozing: boolean;
  onChange: (change: Change) => void;
  onSelect: () => void;
  onClose: () => void;
};

/** What can be done to a row, within the thumb's reach. */
export function RowSheet({ row, snoozing, onChange, onSelect, onClose }: Props) {
  const t = useT();
  const [times, setTimes] = useState(snoozing);
  const about = row.subject || t("No subject");
  const done = (change: Change) => {
    onClose();
    onChange(change);
  };
  const select = () => {
    onClose();
    onSelect();
  };
  return (
    <Dialog
      open
      side="bottom"
      onOpenChange={(open) => !open && onClose()}
      title={
        times
          ? t("Snooze #{{number}}", { number: row.number })
          : t("Actions for #{{number}}", { number: row.number })
      }
      description={<span className="line-clamp-2 pr-8">{about}</span>}
    >
      {times ? (
        <Times onChange={done} />
      ) : (
        <Actions row={row} onChange={done} onTimes={() => setTimes(true)} onSelect={select} />
      )}
    </Dialog>
  );
}

type ActionsProps = {
  row: QueueRow;
  onChange: (change: Change) => void;
  onTimes: () => void;
  onSelect: () => void;
};

function Actions({ row, onChange, onTimes, onSelect }: ActionsProps) {
  const t = useT();
  const { id: me } = useViewer();
  const moves = rowMoves(row, me);
  return (
    <ul className="flex flex-col">
      {moves.resolve ? (
        <Item
          icon={Check}
          name={t("Resolve")}
          onPress={() => onChange({ kind: "status", status: "resolved" })}
        />
      ) : null}
      {moves.reopen ? (
        <Item
          icon={RotateCcw}
          name={t("Reopen")}
          onPress={() => onChange({ kind: "status", status: "open" })}
        />
      ) : null}
      {moves.take ? (
        <Item
          icon={UserRound}
          name={t("Assign to me")}
          onPress={() => onChange({ kind: "assign", personId: me })}
        />
      ) : null}
      {moves.snooze ? <Item icon={AlarmClock} name={t("Snooze…")} onPress={onTimes} /> : null}
      <Item
        icon={Mail}
        name={row.unread ? t("Mark as read") : t("Mark as unread")}
        onPress={() => onChange({ kind: row.unread ? "read" : "unread" })}
      />
      <Item icon={CheckSquare} name={t("Select")} onPress={onSelect} />
    </ul>
  );
}

function Times({ onChange }: { onChange: (change: Change) => void }) {
  const t = useT();
  const [now] = useState(() => new Date());
  return (
    <ul className="flex flex-col">
      {snoozePresets(now, t).map(({ name, at }) => (
        <Item
          key={name}
          icon={AlarmClock}
          name={name}
          more={dayAndTime(at, t)}
          onPress={() => onChange({ kind: "snooze", until: at.toISOString() })}
        />
      ))}
    </ul>
  );
}

type ItemProps = { icon: LucideIcon; name: string; more?: string; onPress: () => void };

function Item({ icon: Icon, name, more, onPress }: ItemProps) {
  return (
    <li>
      <Button
        kind="quiet"
        className="-mx-2.5 w-[calc(100%+1.25rem)] gap-3 text-ink"
        onClick={onPress}
      >
        <Icon size={16} className="text-soft" aria-hidden />
        {name}
        {more ? <span className="ml-auto text-soft">{more}</span> : null}
      </Button>
    </li>
  );
}
