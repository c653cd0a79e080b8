"use client";

import { useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { useSetAskRating } from "./queries";
import { SettingFrame } from "./setting-frame";

export function AskRatingSetting({ value }: { value: boolean }) {
  const t = useT();
  const save = useSetAskRating();
  const id = useId();
  const [ask, setAsk] = useState(value);
  return (
    <SettingFrame
      of="csat.ask"
      title={t("Ask for ratings")}
      hint={t(
        "A reply by mail that resolves its ticket ends with a link: how was this answer, 1 to 5. The desk learns from good and bad ratings.",
      )}
      ready={ask !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ ask })}
    >
      <div className="flex items-center gap-2.5">
        <Switch id={id} checked={ask} onCheckedChange={setAsk} />
        <Label htmlFor={id}>{t("Ask customers how an answer was")}</Label>
      </div>
    </SettingFrame>
  );
}
