import { useDeferredValue, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AnswerRow } from "@/lib/insights/model";
import { beginningOf, STATE_WORDS } from "./answer-words";
import { Picker } from "./picker";
import { useAnswers, useMergeAnswers } from "./queries";

type Props = { answer: AnswerRow; open: boolean; onOpenChange: (open: boolean) => void };

/** Puts an answer into another one, which keeps its words. */
export function MergeDialog({ answer, open, onOpenChange }: Props) {
  const t = useT();
  const [query, setQuery] = useState("");
  const [into, setInto] = useState<string | null>(null);
  const list = useAnswers({ q: useDeferredValue(query.trim()) });
  const merge = useMergeAnswers();
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const others = rows.filter(({ id, state }) => id !== answer.id && state !== "retired");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Merge into another answer")}
      description={t(
        "The other keeps its words and who may get it; what this one was used for counts for it. It can be taken out again.",
      )}
    >
      <div className="flex flex-col gap-3">
        <p className="rounded-md bg-bg px-2.5 py-1.5 text-soft wrap-anywhere" dir="auto">
          {beginningOf(answer.text)}
        </p>
        <Picker
          find={t("Find answers")}
          choose={t("Choose one of the answers")}
          query={query}
          onQuery={setQuery}
          chosen={into}
          onChoose={setInto}
          nothing={list.isPending ? t("Loading…") : t("No other answer in use holds these words.")}
          options={others.map(({ id, text, state }) => ({
            id,
            label: (
              <>
                {beginningOf(text)} <span className="text-faint">· {t(STATE_WORDS[state])}</span>
              </>
            ),
          }))}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{t("Cancel")}</Button>
          <Button
            kind="primary"
            busy={merge.isPending}
            disabled={into === null}
            onClick={() =>
              into &&
              merge.mutate({ from: answer.id, into }, { onSuccess: () => onOpenChange(false) })
            }
          >
            {t("Merge")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
