import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import type { RuleChange } from "@/lib/rule/model";
import { saidRule } from "./said-rule";

const WORDS = says({ added: "New", removed: "Deleted", changed: "Changed", moved: "Moved" });

/** What differs between two states of the rules, rule by rule. */
export function ChangesList({ changes, label }: { changes: readonly RuleChange[]; label: string }) {
  const t = useT();
  if (changes.length === 0) return <p className="text-soft">{t("Nothing differs.")}</p>;
  return (
    <ul aria-label={label} className="flex flex-col gap-1.5">
      {changes.map(({ kind, id, name, lines }) => (
        <li key={`${kind}-${id}`}>
          <span className="text-faint">{t(WORDS[kind])}</span> <b className="font-medium">{name}</b>
          {lines.length > 0 ? (
            <ul className="ml-3 text-soft">
              {lines.map((line) => (
                <li key={line} className="break-words">
                  {saidRule(line, t)}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
