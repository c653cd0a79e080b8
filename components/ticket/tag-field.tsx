"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Input } from "@/components/ui/input";
import { LIMITS } from "@/lib/ticket/model";

type Props = {
  label: string;
  tags: readonly string[];
  suggestions: readonly string[];
  /** Nothing that is not suggested can be typed. */
  onlySuggested?: boolean;
  /** The label is for screen readers: it stands beside the field already. */
  labelHidden?: boolean;
  onChange: (tags: string[]) => void;
};

/** Tags as chips, each with its removal, and a field that adds one; it suggests those in use. */
export function TagField({
  label,
  tags,
  suggestions,
  onlySuggested = false,
  labelHidden = false,
  onChange,
}: Props) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState("");
  const left = suggestions.filter((tag) => !tags.includes(tag));
  const add = (typed: string) => {
    const tag = typed.trim().slice(0, LIMITS.tag);
    setText("");
    if (tag === "" || tags.includes(tag) || (onlySuggested && !left.includes(tag))) return;
    onChange([...tags, tag]);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(text);
    } else if (event.key === "Backspace" && text === "" && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "font-medium text-soft"}>
        {label}
      </label>
      <TagChips tags={tags} onRemove={(tag) => onChange(tags.filter((one) => one !== tag))} />
      <Input
        id={id}
        list={`${id}-known`}
        autoComplete="off"
        maxLength={LIMITS.tag}
        placeholder={t("Add a tag")}
        value={text}
        onKeyDown={press}
        onChange={(event) => {
          // Choosing from the list tells the whole word at once.
          if (left.includes(event.target.value)) add(event.target.value);
          else setText(event.target.value);
        }}
        onBlur={() => add(text)}
        className="min-h-7"
      />
      <datalist id={`${id}-known`}>
        {left.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}

function TagChips({
  tags,
  onRemove,
}: {
  tags: readonly string[];
  onRemove: (tag: string) => void;
}) {
  if (tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <TagChip key={tag} tag={tag} onRemove={() => onRemove(tag)} />
      ))}
    </ul>
  );
}

function TagChip({ tag, onRemove }: { tag: string; onRemove: () => void }) {
  const t = useT();
  return (
    <li className="inline-flex max-w-full items-center rounded-[5px] border bg-panel text-2xs text-soft">
      <span className="min-w-0 truncate pl-1.5" dir="auto">
        {tag}
      </span>
      <button
        type="button"
        aria-label={t("Remove the tag {{tag}}", { tag })}
        onClick={onRemove}
        className="grid size-6 shrink-0 place-items-center text-faint hover:text-ink pointer-coarse:size-11"
      >
        <X size={11} aria-hidden />
      </button>
    </li>
  );
}
