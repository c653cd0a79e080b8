"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = { label: string; value: string; hint: string };

/** A secret that the desk tells now and never again. */
export function ShownOnce({ label, value, hint }: Props) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false), // not allowed: the text stands there to be marked
    );
  };
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <span className="flex gap-2">
          <Input
            {...wiring}
            readOnly
            value={value}
            className="font-mono text-xs"
            onFocus={(event) => event.target.select()}
          />
          <Button onClick={() => void copy()}>
            {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            {copied ? t("Copied") : t("Copy")}
          </Button>
        </span>
      )}
    </Field>
  );
}
