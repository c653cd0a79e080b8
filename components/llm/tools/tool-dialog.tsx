"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ToolView } from "@/lib/tool/model";
import { useSaveTool } from "./queries";
import { RequestFields } from "./request-fields";
import { draftOf, inputOf, newTool, type ToolDraft } from "./tool-draft";

type Props = {
  /** Null: a new one. */
  tool: ToolView | null;
  onClose: () => void;
};

/** Describes a tool: what it is for, the request that is made, and what the model gives. */
export function ToolDialog({ tool, onClose }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() => (tool ? draftOf(tool) : newTool()));
  const set = (part: Partial<ToolDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useSaveTool();
  const [unread, setUnread] = useState<"headers" | "parameters" | null>(null);
  const { fields, rest } = faultsOf(save.error, t);
  const faults = { ...fields, ...(unread && { [unread]: unreadWords[unread](t) }) };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = inputOf(draft, tool?.id);
    if ("field" in input) return setUnread(input.field);
    setUnread(null);
    if (!save.isPending) save.mutate(input, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={tool ? t("Change {{name}}", { name: tool.name }) : t("New tool")}
      description={t("A request over HTTP that a model may ask for.")}
      wide
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={save.isPending}
    >
      <FaceFields draft={draft} set={set} faults={faults} />
      <RequestFields
        draft={draft}
        set={set}
        faults={faults}
        headerNames={tool?.headerNames ?? []}
      />
      <label className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={draft.enabled}
          onChange={(event) => set({ enabled: event.target.checked })}
        />
        {t("Models may ask for it")}
      </label>
    </FormDialog>
  );
}

type FieldsProps = {
  draft: ToolDraft;
  set: (part: Partial<ToolDraft>) => void;
  faults: Record<string, string | undefined>;
};

/** What the model is told of it. */
function FaceFields({ draft, set, faults }: FieldsProps) {
  const t = useT();
  return (
    <>
      <Field
        label={t("Name")}
        hint={t("For the model: small letters, digits and _, like order_status.")}
        error={faults.name}
      >
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            spellCheck={false}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
            className="font-mono text-xs"
          />
        )}
      </Field>
      <Field
        label={t("Description")}
        hint={t("Told to the model: what it gives, and when to ask.")}
        error={faults.description}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            value={draft.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

const unreadWords = {
  headers: (t: ReturnType<typeof useT>) =>
    t("Write one header a line, like Authorization: Bearer …"),
  parameters: (t: ReturnType<typeof useT>) => t("This can't be read as a JSON object."),
};
