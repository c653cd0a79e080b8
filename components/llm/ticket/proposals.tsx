"use client";

import { usePeople } from "@/components/desk/queries";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import type { ProposalView } from "@/lib/tool/model";
import { GivenValues } from "./given-values";
import { useConfirmProposal, useDeclineProposal } from "./queries";

type Props = { ticketId: string; proposals: readonly ProposalView[] };

/** What a model would have done. Nothing happens until a person confirms it. */
export function Proposals({ ticketId, proposals }: Props) {
  const t = useT();
  if (proposals.length === 0) return null;
  return (
    <section aria-label={t("Proposed actions")}>
      <h3 className="font-medium text-ink">{t("Proposed actions")}</h3>
      <ul className="flex flex-col gap-2">
        {proposals.map((proposal) => (
          <Proposal key={proposal.id} ticketId={ticketId} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({ ticketId, proposal }: { ticketId: string; proposal: ProposalView }) {
  const t = useT();
  const confirm = useConfirmProposal(ticketId);
  const decline = useDeclineProposal(ticketId);
  const { id: proposalId, toolName, description, given, bound, request, reason, state } = proposal;
  const open = state === "proposed";
  return (
    <li aria-label={toolName} className="rounded-md border px-2.5 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium text-ink">{description}</span>
        <span className="font-mono text-2xs text-faint">{toolName}</span>
      </p>
      <GivenValues values={{ ...given, ...bound }} />
      {reason ? (
        <p dir="auto">
          {t("The model says:")} “{reason}”
        </p>
      ) : null}
      {open && request ? (
        <p className="mt-1 font-mono text-2xs text-faint wrap-anywhere">
          {request.method} {request.url}
        </p>
      ) : null}
      {open ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-2">
          <Button
            kind="primary"
            aria-label={t("Confirm {{name}}", { name: toolName })}
            busy={confirm.isPending}
            disabled={request === null || decline.isPending}
            onClick={() => confirm.mutate({ proposalId })}
          >
            {t("Confirm")}
          </Button>
          <Button
            aria-label={t("Decline {{name}}", { name: toolName })}
            busy={decline.isPending}
            disabled={confirm.isPending}
            onClick={() => decline.mutate({ proposalId })}
          >
            {t("Decline")}
          </Button>
          {request === null ? (
            <span className="text-held">{t("The tool has changed since: decline it.")}</span>
          ) : null}
        </div>
      ) : (
        <Decided proposal={proposal} />
      )}
    </li>
  );
}

/** What became of it, who said so, and what the other system answered. */
function Decided({
  proposal: { state, decidedBy, decidedAt, result },
}: {
  proposal: ProposalView;
}) {
  const t = useT();
  const people = usePeople() ?? [];
  const name = people.find(({ id }) => id === decidedBy)?.name ?? null;
  const { mark, tone, words } = stateWords(state, t);
  return (
    <p role="status" className="mt-1">
      <span className={tone}>
        {mark} {words}
      </span>
      {name ? ` · ${name}` : ""}
      {decidedAt ? (
        <>
          {" · "}
          <Time at={decidedAt} />
        </>
      ) : null}
      {result ? (
        <span className="block whitespace-pre-wrap font-mono text-2xs wrap-anywhere">{result}</span>
      ) : null}
    </p>
  );
}

function stateWords(state: ProposalView["state"], t: T) {
  if (state === "done") return { mark: "●", tone: "text-auto", words: t("Done") };
  if (state === "failed") return { mark: "■", tone: "text-held", words: t("Failed") };
  if (state === "declined") return { mark: "◆", tone: "text-soft", words: t("Declined") };
  return { mark: "◆", tone: "text-rev", words: t("Under way") };
}
