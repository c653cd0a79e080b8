"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { SETTINGS } from "@/lib/desk/model";
import { NumberField } from "./number-field";
import { numberProblem, toNumber } from "./numbers";
import { useSetAutoClose, useSetSilence, useSetUndo } from "./queries";
import { SettingFrame } from "./setting-frame";

type Props = { value: number };

export function SilenceSetting({ value }: Props) {
  const t = useT();
  const save = useSetSilence();
  const schema = SETTINGS["ai.silenceSeconds"].unwrap();
  const [text, setText] = useState(String(value));
  const problem = numberProblem(schema, text, t);
  return (
    <SettingFrame
      of="ai.silenceSeconds"
      title={t("Silence before answering")}
      hint={t(
        "On chat and in-app people write in pieces. The desk waits for so much silence, then answers all of it once.",
      )}
      ready={problem === null && toNumber(text) !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ seconds: toNumber(text) })}
    >
      <NumberField
        label={t("Silence")}
        unit={t("seconds")}
        text={text}
        onText={setText}
        problem={problem}
      />
    </SettingFrame>
  );
}

export function AutoCloseSetting({ value }: Props) {
  const t = useT();
  const save = useSetAutoClose();
  const schema = SETTINGS["ticket.autoCloseDays"].unwrap();
  const [text, setText] = useState(String(value));
  const problem = numberProblem(schema, text, t);
  return (
    <SettingFrame
      of="ticket.autoCloseDays"
      title={t("Close resolved tickets")}
      hint={t(
        "A resolved ticket closes by itself after so many days without activity. The customer can still re-open it by writing.",
      )}
      ready={problem === null && toNumber(text) !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ days: toNumber(text) })}
    >
      <NumberField
        label={t("After")}
        unit={t("days")}
        text={text}
        onText={setText}
        problem={problem}
      />
    </SettingFrame>
  );
}

export function UndoSetting({ value }: Props) {
  const t = useT();
  const save = useSetUndo();
  const schema = SETTINGS["reply.undoSeconds"].unwrap();
  const [text, setText] = useState(String(value));
  const problem = numberProblem(schema, text, t);
  return (
    <SettingFrame
      of="reply.undoSeconds"
      title={t("Undo after sending")}
      hint={t(
        "A reply that a person sends waits so long before it leaves, and can be taken back. 0: it leaves at once.",
      )}
      ready={problem === null && toNumber(text) !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ seconds: toNumber(text) })}
    >
      <NumberField
        label={t("Time to undo")}
        unit={t("seconds")}
        text={text}
        onText={setText}
        problem={problem}
      />
    </SettingFrame>
  );
}
