import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import { cut2, intentWords } from "@/lib/inbox/model";
import { DEFAULT_ROUTE } from "@/lib/rule/model";
import { highlight } from "./highlight";
import type { Tried } from "./queries";
import { saidRule } from "./said-rule";

/** Each rule's verdict with the words that decided, and what comes of it. */
export function TryResult({ tried }: { tried: Tried }) {
  const t = useT();
  const { outcome, verdicts, facts, reasons } = tried;
  const decided = verdicts.filter(({ matched }) => matched).flatMap(({ evidence }) => evidence);
  const words = [...decided, ...reasons.flatMap(({ evidence }) => evidence)];
  const intents = facts.intents.map(({ intent, score }) => `${intentWords(intent)} ${cut2(score)}`);
  return (
    <div className="flex flex-col gap-4">
      <section aria-label={t("Outcome")} className="rounded-[10px] border p-3">
        <p className="font-semibold">
          {t("Team {{team}}, priority {{priority}}", {
            team: outcome.team?.name ?? DEFAULT_ROUTE.team,
            priority: t.stored(outcome.priority),
          })}
        </p>
        <p className="text-soft">
          {t("Tags {{tags}}.", { tags: outcome.tags.join(", ") || t("none") })}{" "}
          {outcome.aiMayAnswer
            ? t("The rules let the AI answer.")
            : t("“{{aiStoppedBy}}” leaves it to people: the AI only drafts.", {
                aiStoppedBy: outcome.aiStoppedBy,
              })}{" "}
          {outcome.priorityReasons.map(t.stored).join("; ")}
        </p>
      </section>
      <section aria-label={t("What it was read as")}>
        <h3 className="mb-1 font-medium text-soft">{t("Read as")}</h3>
        <p>
          {intents.join(", ") || t("No known kind")} · {facts.category} ·{" "}
          {facts.language ?? t("language unknown")} ·{" "}
          {t("sentiment {{n}}", { n: cut2(facts.sentiment) })} ·{" "}
          {t("scored {{priority}}", {
            priority: t.stored(facts.priority),
          })}
        </p>
        <p className="mt-1.5 max-h-40 overflow-y-auto whitespace-pre-wrap break-words rounded-md border bg-bg p-2">
          {highlight(facts.text, words).map(({ text, at, marked }) =>
            marked ? (
              <mark key={at} className="rounded-sm bg-accent-bg text-ink">
                {text}
              </mark>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
        </p>
      </section>
      <Verdicts verdicts={verdicts} />
    </div>
  );
}

function Verdicts({ verdicts }: Pick<Tried, "verdicts">) {
  const t = useT();
  return (
    <section aria-label={t("Verdict of each rule")}>
      <h3 className="mb-1 font-medium text-soft">{t("Rule by rule")}</h3>
      <ol className="flex flex-col gap-1.5">
        {verdicts.map(({ id, name, matched, why, unknown, evidence }) => (
          <li key={id}>
            <span className={cn("font-medium", matched ? "text-auto" : "text-faint")}>
              {matched ? t("✓ Matches") : unknown ? t("? Not known") : t("– No match")}
            </span>{" "}
            <b className="font-medium">{name}</b>
            <span className="block text-soft">
              {saidRule(why, t)}
              {evidence.length > 0 ? `: ${evidence.map((word) => `“${word}”`).join(", ")}` : ""}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
