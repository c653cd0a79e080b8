"use client";

import { useState } from "react";
import { KeyedButton } from "@/components/desk/keyed-button";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { RejectDialog } from "@/components/ticket/reject-dialog";
import { Button } from "@/components/ui/button";
import type { ReviewItem } from "@/lib/review/model";
import { LaterDialog } from "./later-dialog";
import { SecondLookDialog } from "./second-look-dialog";
import { seenOf } from "./seen";
import type { useVerdict } from "./use-verdict";
import { WithdrawLook } from "./withdraw-look";

type Props = {
  item: ReviewItem;
  verdict: ReturnType<typeof useVerdict>;
  onCorrect: () => void;
};

/** What can be said of an item, each with its key; the same keys as in the workspace. */
export function ReplyActions({ item, verdict, onCorrect }: Props) {
  const t = useT();
  const viewer = useViewer();
  const { attempt, approved, look } = item;
  const [dialog, setDialog] = useState<"reject" | "later" | "look" | null>(null);
  const close = () => setDialog(null);
  const flagged = attempt.reviewState === "flagged";
  const about = { attemptId: item.id, seen: seenOf(item) };
  const byMe = approved?.by.id === viewer.id;
  if (look?.by.id === viewer.id) return <WithdrawLook item={item} look={look} />;
  const mayApprove = attempt.draft !== null && (flagged || !attempt.stale) && !byMe;
  const approve = () => {
    const other = approved && approved.text !== attempt.draft ? { text: approved.text } : {};
    void verdict.say(item, { say: "approve", ...about, ...other });
  };
  return (
    <div className="flex max-w-[70ch] flex-wrap items-center gap-2 rounded-[10px] border bg-panel px-3 py-2 shadow-lift">
      {mayApprove ? (
        <KeyedButton of="mod+enter" kind="primary" onPress={approve}>
          {flagged ? t("Approve") : t("Approve & send")}
        </KeyedButton>
      ) : null}
      <KeyedButton of="c" onPress={onCorrect}>
        {attempt.draft === null ? t("Write it") : t("Correct")}
      </KeyedButton>
      <KeyedButton of="d" onPress={() => setDialog("reject")}>
        {t("Reject")}
      </KeyedButton>
      <KeyedButton of="h" onPress={() => setDialog("later")}>
        {t("Later")}
      </KeyedButton>
      <Button onClick={() => setDialog("look")}>{t("Second look")}</Button>
      <span className="flex-1" />
      <KeyedButton of="t" onPress={() => void verdict.say(item, { say: "take over", ...about })}>
        {t("Take over")}
      </KeyedButton>
      {dialog === "reject" ? (
        <RejectDialog
          sent={flagged}
          open
          onClose={close}
          onReject={(why) => {
            close();
            void verdict.say(item, { say: "reject", ...about, ...why });
          }}
        />
      ) : null}
      {dialog === "later" ? <LaterDialog item={item} verdict={verdict} onClose={close} /> : null}
      {dialog === "look" ? (
        <SecondLookDialog item={item} verdict={verdict} onClose={close} />
      ) : null}
    </div>
  );
}
