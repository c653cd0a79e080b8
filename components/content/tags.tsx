"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { useTold } from "@/components/settings/use-told";
import { Button } from "@/components/ui/button";
import type { TagRow } from "@/lib/admin/model";
import { useArchiveTag, useRestoreTag } from "./queries";
import { TagDialog } from "./tag-dialog";

/** All tags: those with a meaning, and those that tickets only hold. */
export function Tags({ tags }: { tags: readonly TagRow[] }) {
  const t = useT();
  const told = useTold();
  const [edited, setEdited] = useState<TagRow | "new" | null>(null);
  const archive = useArchiveTag();
  const restore = useRestoreTag();
  return (
    <Panel
      title={t("Tags")}
      says={t(
        "Rules, macros and other systems add them. A name for what it means keeps them apart.",
      )}
      action={<Button onClick={() => setEdited("new")}>{t("New tag")}</Button>}
    >
      {tags.length === 0 ? <p className="text-soft">{t("No ticket has a tag yet.")}</p> : null}
      <ul aria-label={t("Tags")}>
        {tags.map((tag) => (
          <li
            key={tag.name}
            aria-label={tag.name}
            className="flex items-center gap-3 border-t py-1.5 first:border-t-0"
          >
            <p className="min-w-0 flex-1">
              <span className={tag.archivedAt ? "text-faint" : "font-medium"}>{tag.name}</span>{" "}
              <span className="text-soft">{tag.description}</span>
            </p>
            <span className="text-faint">{t("{{count}} tickets", { count: tag.tickets })}</span>
            <Button
              aria-label={t("Change {{name}}", { name: tag.name })}
              onClick={() => setEdited(tag)}
            >
              {t("Change")}
            </Button>
            {tag.described ? (
              <Button
                aria-label={
                  tag.archivedAt
                    ? t("Use {{name}} again", { name: tag.name })
                    : t("Put {{name}} away", { name: tag.name })
                }
                onClick={() =>
                  (tag.archivedAt ? restore : archive).mutate({ name: tag.name }, told)
                }
              >
                {tag.archivedAt ? t("Use again") : t("Put away", { context: "verb" })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {edited ? (
        <TagDialog tag={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      ) : null}
    </Panel>
  );
}
