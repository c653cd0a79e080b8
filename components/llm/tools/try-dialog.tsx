"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ToolTrial, ToolView } from "@/lib/tool/model";
import { OutcomeWord } from "../outcome-word";
import { useTryTool } from "./queries";
import { objectIn } from "./tool-draft";

type Props = { tool: ToolView; onClose: () => void };

/** Asks a tool for the customer of one ticket. Of an action only the request is shown. */
export function TryDialog({ tool, onClose }: Props) {
  const t = useT();
  const attempt = useTryTool();
  const [number, setNumber] = useState("");
  const [given, setGiven] = useState("{}");
  const [unread, setUnread] = useState<string | null>(null);
  const { fields, rest } = faultsOf(attempt.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = objectIn(given);
    const ticketNumber = Number(number.trim().replace(/^#/, ""));
    if (!Number.isInteger(ticketNumber) || ticketNumber < 1) return setUnread("number");
    if (!values) return setUnread("given");
    setUnread(null);
    if (!attempt.isPending) attempt.mutate({ toolId: tool.id, ticketNumber, given: values });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Try {{name}}", { name: tool.name })}
      description={
        tool.kind === "lookup"
          ? t("It is really asked, for the customer of this ticket.")
          : t("Nothing is done: only the request is shown.")
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <NumberOf
          value={number}
          onValue={setNumber}
          error={unread === "number" ? t("Enter a number, like 1042.") : fields.ticketNumber}
        />
        <Given
          value={given}
          onValue={setGiven}
          error={unread === "given" ? t("This can't be read as a JSON object.") : fields.given}
        />
        <p role="alert" className="text-held empty:hidden">
          {rest}
        </p>
        <div role="status" className="empty:hidden">
          {attempt.data ? <Trial of={attempt.data} /> : null}
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Close")}</Button>
          <Button type="submit" kind="primary" busy={attempt.isPending}>
            {t("Try")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function NumberOf({ value, onValue, error }: GivenProps) {
  const t = useT();
  return (
    <Field label={t("Number of a ticket")} error={error}>
      {(wiring) => (
        <Input
          {...wiring}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => onValue(event.target.value)}
          className="max-w-40"
        />
      )}
    </Field>
  );
}

type GivenProps = { value: string; onValue: (value: string) => void; error: string | undefined };

function Given({ value, onValue, error }: GivenProps) {
  const t = useT();
  return (
    <Field label={t("What a model would give")} error={error}>
      {(wiring) => (
        <Textarea
          {...wiring}
          dir="ltr"
          spellCheck={false}
          value={value}
          onChange={(event) => onValue(event.target.value)}
          className="font-mono text-xs"
        />
      )}
    </Field>
  );
}

function Trial({ of: { request, outcome, status, result, latencyMs } }: { of: ToolTrial }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-2">
      {request ? (
        <Pre name={t("Request")}>
          {[`${request.method} ${request.url}`, request.body].filter(Boolean).join("\n\n")}
        </Pre>
      ) : null}
      <p>
        <OutcomeWord outcome={outcome} />{" "}
        <span className="text-soft tabular-nums">
          {status === null ? "" : `${status} · `}
          {t("{{ms}} ms", { ms: latencyMs })}
        </span>
      </p>
      <Pre name={t("What a model reads")}>{result}</Pre>
    </div>
  );
}

function Pre({ name, children }: { name: string; children: string }) {
  return (
    <section aria-label={name}>
      <h3 className="text-2xs text-faint">{name}</h3>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys
        tabIndex={0}
        className="max-h-48 overflow-auto whitespace-pre-wrap rounded-md bg-sel px-2.5 py-2 font-mono text-xs wrap-anywhere"
      >
        {children}
      </pre>
    </section>
  );
}
