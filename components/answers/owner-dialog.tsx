import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { AnswerRow } from "@/lib/insights/model";
import { Picker } from "./picker";
import { useSetOwnerArticle } from "./queries";

type Props = {
  answer: AnswerRow;
  articles: readonly { id: string; title: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Articles that are listed; words find the others. */
const LISTED = 50;

/** Says which article an answer belongs to: whoever changes the one thinks of the other. */
export function OwnerDialog({ answer, articles, open, onOpenChange }: Props) {
  const t = useT();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string | null>(answer.article?.id ?? null);
  const set = useSetOwnerArticle();
  const words = query.trim().toLowerCase();
  const found = articles.filter(({ title }) => title.toLowerCase().includes(words));
  const save = (articleId: string | null) =>
    set.mutate({ answerId: answer.id, articleId }, { onSuccess: () => onOpenChange(false) });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Article of this answer")}
      description={t("Replies made from the answer then name the article as their source.")}
    >
      <div className="flex flex-col gap-3">
        <Picker
          find={t("Find articles")}
          choose={t("Choose one of the articles")}
          query={query}
          onQuery={setQuery}
          chosen={chosen}
          onChoose={setChosen}
          nothing={t("No article has these words in its title.")}
          options={found.slice(0, LISTED).map(({ id, title }) => ({ id, label: title }))}
        />
        <div className="flex flex-wrap justify-end gap-2">
          {answer.article ? (
            <Button kind="quiet" busy={set.isPending} onClick={() => save(null)}>
              {t("No article")}
            </Button>
          ) : null}
          <Button onClick={() => onOpenChange(false)}>{t("Cancel")}</Button>
          <Button
            kind="primary"
            busy={set.isPending}
            disabled={chosen === null || chosen === answer.article?.id}
            onClick={() => save(chosen)}
          >
            {t("Save")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
