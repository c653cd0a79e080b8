"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ProviderTest, ProviderView } from "@/lib/llm/model";
import { modeWords } from "./mode-field";
import { KIND_NAMES } from "./presets";
import { ProviderDialog } from "./provider-dialog";
import { useRemoveProvider, useTested, useTesting, useTestProvider } from "./queries";

const TONE = { off: "plain", shadow: "near", on: "plain" } as const;

export function Provider({ provider }: { provider: ProviderView }) {
  const t = useT();
  const [changing, setChanging] = useState(false);
  const remove = useRemoveProvider();
  const test = useTestProvider();
  const testing = useTesting(provider.id);
  const { id: providerId, name, kind, model, mode, baseUrl, hasKey, hidePersonal } = provider;
  return (
    <li aria-label={name} className="border-t py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{name}</span>
            <Chip tone={TONE[mode]} className={mode === "on" ? "border-current text-auto" : ""}>
              {modeWords(t, mode).label}
            </Chip>
          </p>
          <p className="text-soft wrap-anywhere">
            {model} · {KIND_NAMES[kind]}
            {baseUrl ? ` · ${baseUrl}` : ""}
          </p>
          <p className="text-faint">
            {hasKey ? t("With a key") : t("Without a key")} ·{" "}
            {hidePersonal ? t("personal data is hidden") : t("personal data leaves as it is")}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            aria-label={t("Test connection to {{name}}", { name })}
            busy={testing}
            onClick={() => test.mutate({ providerId })}
          >
            {t("Test connection")}
          </Button>
          <Button aria-label={t("Change {{name}}", { name })} onClick={() => setChanging(true)}>
            {t("Change")}
          </Button>
          <Button
            kind="quiet"
            aria-label={t("Remove {{name}}", { name })}
            busy={remove.isPending}
            onClick={() => remove.mutate({ providerId })}
          >
            {t("Remove")}
          </Button>
        </div>
      </div>
      <Tested providerId={providerId} busy={testing} />
      {changing ? <ProviderDialog provider={provider} onClose={() => setChanging(false)} /> : null}
    </li>
  );
}

/** What the test found. The line is always there for screen readers to hear of. */
function Tested({ providerId, busy }: { providerId: string; busy: boolean }) {
  const t = useT();
  const found = useTested(providerId);
  return (
    <p role="status" className="mt-1.5 empty:hidden">
      {busy ? (
        <span className="text-soft">{t("Asking…")}</span>
      ) : found ? (
        <Found of={found} />
      ) : null}
    </p>
  );
}

function Found({ of: found }: { of: ProviderTest }) {
  const t = useT();
  if (!found.ok) {
    return (
      <>
        <span className="font-medium text-held">■ {t("It does not work.")}</span>{" "}
        {t.stored(found.words)}
      </>
    );
  }
  return (
    <span className="text-auto">
      ● {t("{{model}} answered in {{ms}} ms.", { model: found.model, ms: found.latencyMs })}
    </span>
  );
}
