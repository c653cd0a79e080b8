"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ToolView } from "@/lib/tool/model";
import { useRemoveTool } from "./queries";
import { ToolDialog } from "./tool-dialog";
import { TryDialog } from "./try-dialog";

export function Tool({ tool }: { tool: ToolView }) {
  const t = useT();
  const [open, setOpen] = useState<"change" | "try" | null>(null);
  const remove = useRemoveTool();
  const { id: toolId, name, description, kind, method, url, headerNames, enabled, problem } = tool;
  return (
    <li aria-label={name} className="border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium font-mono text-xs">{name}</span>
            <Chip>{kind === "lookup" ? t("Look-up") : t("Action, with a person's word")}</Chip>
            {enabled ? null : <Chip tone="near">{t("Switched off")}</Chip>}
          </p>
          <p className="text-soft">{description}</p>
          <p className="font-mono text-2xs text-faint wrap-anywhere">
            {method} {url}
          </p>
          {headerNames.length > 0 ? (
            <p className="text-faint">
              {t("Sends {{headers}}, values sealed", { headers: headerNames.join(", ") })}
            </p>
          ) : null}
          {problem ? (
            <p className="mt-1 text-held">
              ■ {t("Can't be asked now:")} {t.stored(problem)}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button aria-label={t("Try {{name}}", { name })} onClick={() => setOpen("try")}>
            {t("Try")}
          </Button>
          <Button aria-label={t("Change {{name}}", { name })} onClick={() => setOpen("change")}>
            {t("Change")}
          </Button>
          <Button
            kind="quiet"
            aria-label={t("Remove {{name}}", { name })}
            busy={remove.isPending}
            onClick={() => remove.mutate({ toolId })}
          >
            {t("Remove")}
          </Button>
        </div>
      </div>
      {open === "change" ? <ToolDialog tool={tool} onClose={() => setOpen(null)} /> : null}
      {open === "try" ? <TryDialog tool={tool} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}
