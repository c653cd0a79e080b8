"use client";

import { useState } from "react";
import { SETTINGS } from "@/lib/desk/model";
import { NumberField } from "./number-field";
import { numberProblem, toNumber } from "./numbers";
import { useSetAutoClose, useSetSilence, useSetUndo } from "./queries";
import { SettingFrame } from "./setting-frame";

type Props = { value: number };

export function SilenceSetting({ value }: Props) {
  const save = useSetSilence();
  const schema = SETTINGS["ai.silenceSeconds"].unwrap();
  const [text, setText] = useState(String(value));
  const problem = numberProblem(schema, text);
  return (
    <SettingFrame
      title="Silence before answering"
      hint="On chat and in-app people write in pieces. The desk waits for so much silence, then answers all of it once."
      ready={problem === null && toNumber(text) !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ seconds: toNumber(text) })}
    >
      <NumberField label="Silence" unit="seconds" text={text} onText={setText} problem={problem} />
    </SettingFrame>
  );
}

export function AutoCloseSetting({ value }: Props) {
  const save = useSetAutoClose();
  const schema = SETTINGS["ticket.autoCloseDays"].unwrap();
  const [text, setText] = useState(String(value));
  const problem = numberProblem(schema, text);
  return (
    <SettingFrame
      title="Close resolved tickets"
      hint="A resolved ticket closes by itself after so many days without activity. The customer can still re-open it by writing."
      ready={problem === null && toNumber(text) !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ days: toNumber(text) })}
    >
      <NumberField label="After" unit="days" text={text} onText={setText} problem={problem} />
    </SettingFrame>
  );
}

export function UndoSetting({ value }: Props) {
  const save = useSetUndo();
  const schema = SETTINGS["reply.undoSeconds"].unwrap();
  const [text, setText] = useState(String(value));
  const problem = numberProblem(schema, text);
  return (
    <SettingFrame
      title="Undo after sending"
      hint="A reply that a person sends waits so long before it leaves, and can be taken back. 0: it leaves at once."
      ready={problem === null && toNumber(text) !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ seconds: toNumber(text) })}
    >
      <NumberField
        label="Time to undo"
        unit="seconds"
        text={text}
        onText={setText}
        problem={problem}
      />
    </SettingFrame>
  );
}
