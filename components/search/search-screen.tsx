"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { setAddress, useAddress } from "@/components/desk/address";
import { KeyHint } from "@/components/desk/key-hint";
import { useAriaKey, useKey } from "@/components/desk/keys";
import { NavButton } from "@/components/desk/shell";
import { useT } from "@/components/i18n/context";
import { Input } from "@/components/ui/input";
import { SEARCH_LIMITS } from "@/lib/search/model";
import { OperatorsHelp } from "./operators-help";
import { useRecent } from "./recent";
import { SearchResults } from "./search-results";
import { useSettled } from "./use-settled";

const hrefOf = (box: string): string =>
  box.trim() === "" ? "/search" : `/search?${new URLSearchParams({ q: box.trim() })}`;

/** The search on a page of its own. What is looked for stands in the address. */
export function SearchScreen() {
  const t = useT();
  const [text, setText, q] = useBoxInAddress();
  const [, remember] = useRecent();
  const box = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  useKey("/", () => box.current?.focus());
  useEffect(() => {
    if (box.current?.value === "") box.current.focus();
  }, []);
  const enter = () => {
    remember(text);
    results.current?.querySelector("a")?.focus();
  };
  return (
    <div className="flex h-full flex-col">
      <div className="shrink-0 border-b bg-panel">
        <div className="mx-auto w-full max-w-3xl px-4 pt-4 pb-3">
          <div className="mb-2 flex items-center gap-2">
            <NavButton />
            <h1 className="flex-1 font-semibold text-lg">{t("Search")}</h1>
          </div>
          <SearchBox box={box} text={text} onText={setText} onEnter={enter} />
          <OperatorsHelp
            onChoose={(operator) => {
              setText(`${text.trimEnd()}${text.trim() === "" ? "" : " "}${operator}`);
              box.current?.focus();
            }}
          />
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div ref={results} className="mx-auto w-full max-w-3xl px-4 pb-8">
          <SearchResults
            box={q}
            typing={q !== text.trim()}
            onRecent={setText}
            onLeaveTop={() => box.current?.focus()}
          />
        </div>
      </div>
    </div>
  );
}

type BoxProps = {
  box: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  onEnter: () => void;
};

function SearchBox({ box, text, onText, onEnter }: BoxProps) {
  const t = useT();
  return (
    <search className="relative block">
      <Input
        ref={box}
        type="search"
        aria-label={t("Search tickets and customers")}
        aria-keyshortcuts={useAriaKey("/")}
        placeholder={t("Words, “words in a row”, -not these, or operators")}
        value={text}
        maxLength={SEARCH_LIMITS.length}
        autoComplete="off"
        spellCheck={false}
        className="min-h-9 pr-8"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "ArrowDown") return;
          if (event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
      <span className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-faint">
        {text === "" ? <KeyHint of="/" /> : null}
      </span>
    </search>
  );
}

/** What is typed, and what of it stands in the address; each follows the other. */
function useBoxInAddress(): [string, (text: string) => void, string] {
  const q = useAddress().search.get("q") ?? "";
  const [text, setText] = useState(q);
  const settled = useSettled(text).trim();
  const written = useRef(q);
  // Typed: the address follows when the typing pauses.
  useEffect(() => {
    if (settled === written.current || location.pathname !== "/search") return;
    written.current = settled;
    setAddress(hrefOf(settled), "replace");
  }, [settled]);
  // Back, or a link: the box follows.
  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    setText(q);
  }, [q]);
  return [text, setText, q];
}
