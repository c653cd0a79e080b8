"use client";

import { useRef } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { BOUND_VALUES, TOOL_KINDS, TOOL_METHODS, ToolKind } from "@/lib/tool/model";
import { namesIn, type ToolDraft } from "./tool-draft";

type Props = {
  draft: ToolDraft;
  set: (part: Partial<ToolDraft>) => void;
  faults: Record<string, string | undefined>;
  /** Of the headers that are stored. */
  headerNames: readonly string[];
};

/** What is asked, where, and with what. */
export function RequestFields({ draft, set, faults, headerNames }: Props) {
  const t = useT();
  return (
    <>
      <KindField draft={draft} set={set} faults={faults} />
      <UrlField draft={draft} set={set} faults={faults} />
      <HeadersField draft={draft} set={set} faults={faults} headerNames={headerNames} />
      <Code
        label={t("Body")}
        hint={t("JSON with the same placeholders, in quotes. Empty: none.")}
        error={faults.body}
        value={draft.body}
        onValue={(body) => set({ body })}
      />
      <Code
        label={t("What the model gives")}
        hint={t("JSON Schema of an object. Nothing beside it is taken from a model.")}
        error={faults.parameters}
        value={draft.parameters}
        onValue={(parameters) => set({ parameters })}
      />
    </>
  );
}

type PartProps = Pick<Props, "draft" | "set" | "faults">;

function KindField({ draft, set, faults }: PartProps) {
  const t = useT();
  const methods = TOOL_METHODS.map((method) => ({ value: method, label: method }));
  const words = { lookup: t("Look-up"), action: t("Action, with a person's word") };
  const kinds = TOOL_KINDS.map((kind) => ({ value: kind, label: words[kind] }));
  return (
    <div className="flex flex-wrap gap-4">
      <div className="flex flex-col gap-1">
        <span className="font-medium text-soft">{t("Kind")}</span>
        <Select
          label={t("Kind")}
          value={draft.kind}
          options={kinds}
          onValueChange={(kind) => set({ kind: ToolKind.parse(kind) })}
        />
      </div>
      <div className="flex flex-col gap-1">
        <span className="font-medium text-soft">{t("Method")}</span>
        <Select
          label={t("Method")}
          value={draft.method}
          options={methods}
          onValueChange={(next) => {
            const method = TOOL_METHODS.find((one) => one === next);
            if (method) set({ method });
          }}
        />
        {faults.method ? <p className="text-held">{faults.method}</p> : null}
      </div>
    </div>
  );
}

/** With a button for each value: those that code binds, and those that the model gives. */
function UrlField({ draft, set, faults }: PartProps) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const names = [...BOUND_VALUES, ...namesIn(draft.parameters)];
  const insert = (name: string) => {
    const at = field.current?.selectionStart ?? draft.url.length;
    const url = `${draft.url.slice(0, at)}{${name}}${draft.url.slice(at)}`;
    set({ url });
    const after = at + name.length + 2;
    // Once the field shows it.
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(after, after);
    });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Field
        label={t("Address")}
        hint={t(
          "Values in braces are filled in; those of the customer come from the ticket alone.",
        )}
        error={faults.url}
      >
        {(wiring) => (
          <Input
            {...wiring}
            ref={field}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://"
            value={draft.url}
            onChange={(event) => set({ url: event.target.value })}
            className="font-mono text-xs"
          />
        )}
      </Field>
      <ul aria-label={t("Values to insert")} className="flex flex-wrap gap-1">
        {names.map((name) => (
          <li key={name}>
            <Button
              className="pointer-fine:min-h-6! pointer-fine:py-0! px-1.5! font-mono text-2xs"
              aria-label={t("Insert {{name}}", { name })}
              onClick={() => insert(name)}
            >
              {`{${name}}`}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Values go in and never come out: of stored ones only the names are shown. */
function HeadersField({ draft, set, faults, headerNames }: Props) {
  const t = useT();
  if (draft.headers === null) {
    return (
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1">
          <span className="font-medium">{t("Headers")}</span>{" "}
          <span className="text-soft">
            {t("Stored: {{headers}}. Their values are not shown.", {
              headers: headerNames.join(", "),
            })}
          </span>
          {faults.headers ? <span className="block text-held">{faults.headers}</span> : null}
        </p>
        <Button onClick={() => set({ headers: "" })}>{t("Write anew")}</Button>
      </div>
    );
  }
  return (
    <Code
      label={t("Headers")}
      hint={t("One a line, like Authorization: Bearer … Sealed before they are stored.")}
      error={faults.headers}
      value={draft.headers}
      onValue={(headers) => set({ headers })}
    />
  );
}

type CodeProps = {
  label: string;
  hint: string;
  error: string | undefined;
  value: string;
  onValue: (value: string) => void;
};

function Code({ label, hint, error, value, onValue }: CodeProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <Textarea
          {...wiring}
          dir="ltr"
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={(event) => onValue(event.target.value)}
          className="font-mono text-xs"
        />
      )}
    </Field>
  );
}
