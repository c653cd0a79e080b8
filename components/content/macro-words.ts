import type { T } from "@/components/i18n/catalogue";
import { midSentence } from "@/components/i18n/mid-sentence";
import type { MacroActions } from "@/lib/desk/model";
import { STATUS_WORDS } from "@/lib/inbox/model";

/** What a macro does beside its words, in plain words; empty when nothing. */
export function macroWords(
  { status, priority, teamId, addTags, assignToMe }: MacroActions,
  teamName: (id: string) => string | undefined,
  t: T,
): string {
  const parts = [
    status ? t("sets {{status}}", { status: midSentence(t(STATUS_WORDS[status]), t) }) : "",
    priority ? t("priority {{priority}}", { priority: t.stored(priority) }) : "",
    teamId ? t("gives to {{team}}", { team: teamName(teamId) ?? t("a team that is gone") }) : "",
    assignToMe ? t("assigns to whoever uses it") : "",
    addTags.length > 0 ? t("adds {{tags}}", { tags: addTags.join(", ") }) : "",
  ];
  return parts.filter(Boolean).join("; ");
}
