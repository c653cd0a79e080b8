"use client";

import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { useChangeTags, useCustomerNotes } from "./queries";

/** Longest tag, characters: as of tickets. */
const TAG = 64;

/** Tags of a customer, each with a way off, and a field for another. */
export function CustomerTags({ id }: { id: string }) {
  const t = useT();
  const { data } = useCustomerNotes(id);
  const change = useChangeTags(id);
  const [typed, setTyped] = useState("");

  function add(event: FormEvent) {
    event.preventDefault();
    const tag = typed.trim();
    if (tag === "") return;
    change.mutate({ customerId: id, add: [tag] });
    setTyped("");
  }

  return (
    <div className="flex flex-col gap-1.5">
      {data ? null : <Skeleton className="w-24" />}
      {data && data.tags.length > 0 ? (
        <ul aria-label={t("Tags of the customer")} className="flex flex-wrap gap-1">
          {data.tags.map((tag) => (
            <li
              key={tag}
              className="inline-flex max-w-full items-center rounded-[5px] border bg-panel pl-1.5 text-2xs"
            >
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={t("Take off {{tag}}", { tag })}
                className="grid size-6 place-items-center text-faint hover:text-ink pointer-coarse:size-11"
                onClick={() => change.mutate({ customerId: id, remove: [tag] })}
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <form onSubmit={add} className="flex gap-1.5">
        <Input
          aria-label={t("New tag")}
          placeholder={t("New tag")}
          value={typed}
          maxLength={TAG}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" disabled={typed.trim() === ""}>
          {t("Add")}
        </Button>
      </form>
    </div>
  );
}
