"use client";

import { useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { SETTINGS, type Setting } from "@/lib/desk/model";
import { useSetAcknowledgement } from "./queries";
import { SettingFrame } from "./setting-frame";

export function AcknowledgementSetting({ value }: { value: Setting<"reply.acknowledgement"> }) {
  const t = useT();
  const save = useSetAcknowledgement();
  const id = useId();
  const [on, setOn] = useState(value.on);
  const [text, setText] = useState(value.text);
  const next = SETTINGS["reply.acknowledgement"].unwrap().safeParse({ on, text });
  const problem = next.success ? undefined : t("Write 1 to 2000 characters.");
  return (
    <SettingFrame
      of="reply.acknowledgement"
      title={t("Acknowledge held tickets")}
      hint={t(
        "Tells a customer once that a person will answer, when a draft is held. Nothing that they wrote is repeated.",
      )}
      ready={next.success && (on !== value.on || next.data.text !== value.text)}
      busy={save.isPending}
      error={save.error}
      onSave={() => next.success && save.mutate(next.data)}
    >
      <div className="flex flex-col gap-2.5">
        <div className="flex items-center gap-2.5">
          <Switch id={id} checked={on} onCheckedChange={setOn} />
          <Label htmlFor={id}>{t("Send an acknowledgement")}</Label>
        </div>
        <Field label={t("Text")} error={problem}>
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
