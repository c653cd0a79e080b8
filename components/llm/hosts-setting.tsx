"use client";

import { useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { SettingFrame } from "@/components/settings/setting-frame";
import { SettingsSection } from "@/components/settings/settings-section";
import { Textarea } from "@/components/ui/textarea";

type Props = {
  title: string;
  hint: string;
  value: readonly string[];
  save: { mutate: (hosts: string[]) => void; isPending: boolean; error: Error | null };
};

const hostsIn = (text: string): string[] => [
  ...new Set(
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  ),
];

/** A list of hosts, one a line. */
export function HostsSetting({ title, hint, value, save }: Props) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState(value.join("\n"));
  const hosts = hostsIn(text);
  return (
    <SettingsSection title={title}>
      <SettingFrame
        title={t("Allowed hosts")}
        hint={<span id={id}>{hint}</span>}
        ready={hosts.join() !== value.join()}
        busy={save.isPending}
        error={save.error}
        onSave={() => save.mutate(hosts)}
      >
        <Textarea
          aria-label={title}
          aria-describedby={id}
          value={text}
          dir="ltr"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          className="max-w-96 font-mono text-xs"
        />
      </SettingFrame>
    </SettingsSection>
  );
}
