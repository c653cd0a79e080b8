"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import type { RuleChange } from "@/lib/rule/model";
import { ChangesList } from "./changes-list";
import { useVersions } from "./queries";
import type { Draft } from "./use-draft";

/** Somebody else saved while a draft was written: who, when, what, and what to do now. */
export function ConflictNotice({ draft, mine }: { draft: Draft; mine: readonly RuleChange[] }) {
  const t = useT();
  const [both, setBoth] = useState(false);
  const { data } = useVersions(true);
  const newer = data?.versions.filter(({ number }) => number > draft.baseVersion) ?? [];
  const [newest] = newer;
  const theirs = newer.flatMap(({ changes }) => changes);
  return (
    <section
      aria-label={t("Somebody else saved")}
      role="alert"
      className="rounded-[10px] border border-rev bg-rev-bg p-3"
    >
      <p>
        {rich(
          t,
          "<b>{{name}} saved version {{version}}</b> {{time}} while you were writing on version {{base}}. Nothing of yours is lost.",
          {
            b: (inner) => <b className="font-semibold">{inner}</b>,
            name: newest?.by ?? t("Somebody"),
            version: newest?.number ?? "",
            time: newest ? <Time at={newest.at} /> : null,
            base: draft.baseVersion,
          },
        )}
      </p>
      <div className="mt-2">
        <ChangesList changes={theirs} label={t("What they changed")} />
      </div>
      {both ? (
        <div className="mt-2 border-t pt-2">
          <p className="font-medium">{t("Yours, if you save over theirs:")}</p>
          <ChangesList changes={mine} label={t("What you would change")} />
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={draft.keepMine}>{t("Keep mine, replace theirs")}</Button>
        <Button onClick={draft.takeTheirs}>{t("Take theirs, put mine aside")}</Button>
        <Button kind="quiet" aria-expanded={both} onClick={() => setBoth(!both)}>
          {both ? t("Hide mine") : t("See both")}
        </Button>
      </div>
    </section>
  );
}
