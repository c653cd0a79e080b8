"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import type { UnknownKind } from "@/lib/knowledge/model";
import { useDismissGroup, useReopenGroup } from "./queries";

/** What a reviewer does about a kind of unknown questions. */
export function UnknownActions({ kind }: { kind: UnknownKind }) {
  const t = useT();
  const dismiss = useDismissGroup();
  const reopen = useReopenGroup();
  const { id: groupId, state, words, article } = kind;
  const about = words.slice(0, 3).join(", ") || t("this kind");
  if (state === "dismissed") {
    return (
      <Button
        aria-label={t("Reopen: {{about}}", { about })}
        busy={reopen.isPending}
        onClick={() => reopen.mutate({ groupId })}
      >
        {t("Reopen")}
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap gap-1.5">
      {article ? null : (
        <Button asChild>
          <Link
            href={`/articles/new?group=${groupId}`}
            aria-label={t("Write an article: {{about}}", { about })}
          >
            {t("Write an article")}
          </Link>
        </Button>
      )}
      <Button
        kind="quiet"
        aria-label={t("Dismiss: {{about}}", { about })}
        busy={dismiss.isPending}
        onClick={() => dismiss.mutate({ groupId })}
      >
        {t("Dismiss")}
      </Button>
    </div>
  );
}
