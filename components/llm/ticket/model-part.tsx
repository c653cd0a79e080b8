"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { useFormat } from "@/components/i18n/use-format";
import { DraftText } from "@/components/ticket/draft-text";
import { Button } from "@/components/ui/button";
import type { AssistView, ModelDraftView } from "@/lib/assist/model";
import { amountWords } from "../amount";
import { Proposals } from "./proposals";
import { useAssist } from "./queries";
import { ToolRuns } from "./tool-runs";

type Props = { ticketId: string; attempt: { id: string; model: string } };

/** What models had to do with a draft: who wrote it, what it doesn't know, and what it proposes. */
export function ModelPart({ ticketId, attempt }: Props) {
  const assist = useAssist(ticketId, attempt.id);
  if (!assist) return null;
  const { engine, draft, proposals, runs } = assist;
  if (!engine && !draft && proposals.length === 0 && runs.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-t px-3 py-2.5 text-soft empty:hidden">
      <Engine assist={assist} model={attempt.model} />
      {draft ? <Doubts of={draft} /> : null}
      {draft && !draft.used && draft.draft !== null ? <InShadow of={draft} /> : null}
      <ToolRuns runs={runs} />
      <Proposals ticketId={ticketId} proposals={proposals} />
    </div>
  );
}

/** Which engine drafted, why the other did not, and what that cost. */
function Engine({ assist, model }: { assist: AssistView; model: string }) {
  const t = useT();
  const { draft, engine, spent } = assist;
  const used = draft?.used === true && draft.draft !== null;
  return (
    <p>
      {used
        ? t("Drafted by {{model}}, prompt {{version}}.", {
            model: draft.model,
            version: draft.promptVersion,
          })
        : draft?.fault
          ? `${t("Drafted by the desk's own core, because the model did not:")} ${t.stored(draft.words ?? "")}`
          : draft || engine
            ? t("Drafted by the desk's own core ({{model}}).", { model })
            : null}{" "}
      <Cost draft={draft} spent={spent} />
    </p>
  );
}

function Cost({ draft, spent }: Pick<AssistView, "draft" | "spent">) {
  const t = useT();
  const f = useFormat();
  const parts: string[] = [];
  if (draft?.tokens) {
    parts.push(t("{{n}} tokens", { n: f.number(draft.tokens), count: draft.tokens }));
    if (draft.micros) parts.push(amountWords(draft.micros, f));
    if (draft.latencyMs) {
      const seconds = f.number(draft.latencyMs / 1000, { maximumFractionDigits: 1 });
      parts.push(t("{{seconds}} s", { seconds }));
    }
  }
  if (spent.calls > 1) {
    parts.push(
      t("with all {{calls}} calls of this ticket {{tokens}} tokens, {{amount}}", {
        calls: spent.calls,
        tokens: f.number(spent.tokens),
        amount: amountWords(spent.micros, f),
      }),
    );
  }
  if (parts.length === 0) return null;
  return <span className="text-faint tabular-nums">{parts.join(" · ")}</span>;
}

/** What it said that it does not know, and what it would ask. */
function Doubts({ of: { unknown, followUp } }: { of: ModelDraftView }) {
  const t = useT();
  if (unknown.length === 0 && !followUp) return null;
  return (
    <div>
      {unknown.length > 0 ? (
        <p>
          <b className="font-medium text-ink">{t("It does not know:")}</b> {unknown.join("; ")}
        </p>
      ) : null}
      {followUp ? (
        <p dir="auto">
          <b className="font-medium text-ink">{t("It would ask:")}</b> {followUp}
        </p>
      ) : null}
    </div>
  );
}

/** What the model would have written. Nobody gets it. */
function InShadow({ of: draft }: { of: ModelDraftView }) {
  const t = useT();
  const f = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={t("Draft in the shadow")} className="border-l-2 pl-2.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium text-ink">{t("In the shadow, not sent")}</span>
        <span>
          {draft.model} · {f.number(draft.confidence, { maximumFractionDigits: 2 })}
        </span>
        <Button
          kind="quiet"
          className="pointer-fine:min-h-6! pointer-fine:py-0!"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t("Hide it") : t("Read it")}
        </Button>
      </p>
      {open ? (
        <div className="mt-1 text-ink">
          <DraftText attempt={draft} />
        </div>
      ) : null}
    </section>
  );
}
