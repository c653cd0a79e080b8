"use client";

import { useId, useState } from "react";
import { Field } from "@/components/ui/field";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { SETTINGS, type Setting } from "@/lib/desk/model";
import { useSetAcknowledgement } from "./queries";
import { SettingFrame } from "./setting-frame";

export function AcknowledgementSetting({ value }: { value: Setting<"reply.acknowledgement"> }) {
  const save = useSetAcknowledgement();
  const id = useId();
  const [on, setOn] = useState(value.on);
  const [text, setText] = useState(value.text);
  const next = SETTINGS["reply.acknowledgement"].unwrap().safeParse({ on, text });
  const problem = next.success ? undefined : "Write 1 to 2000 characters.";
  return (
    <SettingFrame
      title="Acknowledge held tickets"
      hint="Tells a customer once that a person will answer, when a draft is held. Nothing that they wrote is repeated."
      ready={next.success && (on !== value.on || next.data.text !== value.text)}
      busy={save.isPending}
      error={save.error}
      onSave={() => next.success && save.mutate(next.data)}
    >
      <div className="flex flex-col gap-2.5">
        <div className="flex items-center gap-2.5">
          <Switch id={id} checked={on} onCheckedChange={setOn} />
          <Label htmlFor={id}>Send an acknowledgement</Label>
        </div>
        <Field label="Text" error={problem}>
          {(wiring) => (
            <Textarea
              {...wiring}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="max-w-[62ch]"
            />
          )}
        </Field>
      </div>
    </SettingFrame>
  );
}
