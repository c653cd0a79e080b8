"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SETTINGS, type Setting } from "@/lib/desk/model";
import { useSetDeskName, useSetSender } from "./queries";
import { SettingFrame } from "./setting-frame";

export function DeskNameSetting({ value }: { value: string }) {
  const t = useT();
  const save = useSetDeskName();
  const [name, setName] = useState(value);
  const next = SETTINGS["desk.name"].unwrap().safeParse(name).data;
  return (
    <SettingFrame
      of="desk.name"
      title={t("Name of the desk")}
      hint={t("Customers see it as the sender of replies, and where they are asked for a rating.")}
      ready={next !== undefined && next !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => next !== undefined && save.mutate({ name: next })}
    >
      <Field
        label={t("Name")}
        error={next === undefined ? t("Write 1 to 80 characters.") : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            value={name}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
            className="max-w-80"
          />
        )}
      </Field>
    </SettingFrame>
  );
}

/** Both fields empty: as the server's own settings say. */
export function SenderSetting({ value }: { value: Setting<"mail.from"> }) {
  const t = useT();
  const save = useSetSender();
  const [name, setName] = useState(value?.name ?? "");
  const [address, setAddress] = useState(value?.address ?? "");
  const empty = name.trim() === "" && address.trim() === "";
  const typed = empty ? null : { name, address: address.trim() };
  const parsed = SETTINGS["mail.from"].unwrap().safeParse(typed);
  const wrong = (field: string) =>
    parsed.error?.issues.some(({ path }) => path[0] === field) ? field : null;
  const changed = JSON.stringify(parsed.data ?? null) !== JSON.stringify(value);
  return (
    <SettingFrame
      of="mail.from"
      title={t("Sender of mail")}
      hint={t(
        "Leave both empty to send as the desk, from the address that the server was started with.",
      )}
      ready={parsed.success && changed}
      busy={save.isPending}
      error={save.error}
      onSave={() => parsed.success && save.mutate({ from: parsed.data })}
    >
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <Field label={t("Name")} error={wrong("name") ? t("Write 1 to 80 characters.") : undefined}>
          {(wiring) => (
            <Input
              {...wiring}
              value={name}
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field
          label={t("Address")}
          error={wrong("address") ? t("Write it like support@example.com.") : undefined}
        >
          {(wiring) => (
            <Input
              {...wiring}
              type="email"
              value={address}
              autoComplete="off"
              onChange={({ target }) => setAddress(target.value)}
            />
          )}
        </Field>
      </div>
    </SettingFrame>
  );
}
