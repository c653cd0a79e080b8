"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { andThen } from "@/components/desk/and-then";
import { messageOf } from "@/components/desk/request";
import { offerUndo } from "@/components/desk/undo";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { MergePreview, TicketLink, TicketView } from "@/lib/inbox/model";
import { useMerge, useMergePreview, useUnmerge } from "./queries";
import { TicketPicker } from "./ticket-picker";

type Props = {
  ticket: TicketView;
  queue: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Puts a ticket's messages into another one: whereto, what will happen, and only then the press. */
export function MergeDialog({ ticket, queue, open, onOpenChange }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Merge #{{number}} into…", { number: ticket.number })}
      description={t("Its messages go over, and this ticket closes. A merge can be undone.")}
    >
      <MergeForm ticket={ticket} queue={queue} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

type FormProps = { ticket: TicketView; queue: string; onClose: () => void };

function MergeForm({ ticket, queue, onClose }: FormProps) {
  const t = useT();
  const router = useRouter();
  const [target, setTarget] = useState<TicketLink | null>(null);
  const [across, setAcross] = useState(false);
  const preview = useMergePreview(ticket.id, target?.id ?? null);
  const merge = useMerge();
  const unmerge = useUnmerge();
  const plan = target ? preview.data : undefined;
  const ready = plan !== undefined && !plan.problem && (!plan.acrossAccounts || across);
  const done = (mergeId: string, to: TicketLink) => {
    onClose();
    router.push(`/queue/${queue}/${to.id}`);
    offerUndo({
      key: mergeId,
      text: t("Merged #{{number}} into #{{into}}", { number: ticket.number, into: to.number }),
      after: "",
      run: () =>
        unmerge.mutateAsync({ mergeId }).then(() => router.push(`/queue/${queue}/${ticket.id}`)),
    });
  };
  const confirm = () => {
    if (!ready || !target || merge.isPending) return;
    const change = merge.mutateAsync({
      sourceId: ticket.id,
      targetId: target.id,
      acrossAccounts: across,
      expectedVersion: ticket.version,
    });
    andThen(change, ({ mergeId }) => done(mergeId, target));
  };
  const choose = (next: TicketLink | null) => {
    setTarget(next);
    setAcross(false);
  };
  return (
    <div className="flex flex-col gap-3">
      <TicketPicker ticket={ticket} legend={t("Merge into")} chosen={target} onChoose={choose} />
      {target && preview.isError ? (
        <p role="alert" className="text-held">
          {messageOf(preview.error, t)}
        </p>
      ) : null}
      {plan ? <Plan plan={plan} across={across} onAcross={setAcross} /> : null}
      {merge.isError ? (
        <p role="alert" className="text-held">
          {messageOf(merge.error, t)} {t("Nothing was merged.")}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button kind="primary" busy={merge.isPending} disabled={!ready} onClick={confirm}>
          {target ? t("Merge into #{{number}}", { number: target.number }) : t("Merge")}
        </Button>
      </div>
    </div>
  );
}

/** People who belong to no company have an account of their own name. */
const ownerOf = ({ customer, account }: MergePreview["source"]) =>
  customer === account ? customer : `${customer}, ${account}`;

type PlanProps = { plan: MergePreview; across: boolean; onAcross: (across: boolean) => void };

function Plan({ plan, across, onAcross }: PlanProps) {
  const t = useT();
  const { source, target, moves, warnings, problem } = plan;
  if (problem) {
    return (
      <p role="alert" className="text-held">
        {t.stored(problem)}
      </p>
    );
  }
  return (
    <section aria-label={t("What will happen")} className="rounded-lg border bg-bg px-3 py-2.5">
      <p>
        {t(
          "{{count}} messages of #{{source}} ({{from}}) go to #{{target}} ({{to}}), in order of time.",
          {
            count: moves,
            source: source.number,
            from: ownerOf(source),
            target: target.number,
            to: ownerOf(target),
          },
        )}
      </p>
      {warnings.length > 0 ? (
        <ul className="mt-1.5 flex list-disc flex-col gap-0.5 pl-4 text-rev">
          {warnings.map((warning) => (
            <li key={warning}>{t.stored(warning)}</li>
          ))}
        </ul>
      ) : null}
      {plan.acrossAccounts ? (
        <label className="mt-2 flex items-start gap-2 font-medium">
          <input
            type="checkbox"
            checked={across}
            onChange={(event) => onAcross(event.target.checked)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          {t("Merge across accounts: people of {{target}} may read what {{source}} wrote.", {
            target: target.account,
            source: source.account,
          })}
        </label>
      ) : null}
    </section>
  );
}
