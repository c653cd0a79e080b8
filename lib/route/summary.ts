import type { Conversation } from "../ticket";
import type { TriedStep } from "./model";

/** Characters of a quotation, and of one tool's result. */
const QUOTE = 400;
const RESULT = 160;

type Told = {
  conversation: Conversation;
  /** What the customer asked first. */
  first: string | null;
  /** Tools that are known by name only. */
  toolsUsed: readonly string[];
  /** Why people take over, in plain words; empty when nothing says so. */
  reasons: readonly string[];
  tried: readonly TriedStep[];
};

/**
 * What somebody who takes over a conversation wants to know first: one line for each thing, and none
 * for what nobody has said. Quotes and counts only.
 */
export function summarise({ conversation, first, toolsUsed, reasons, tried }: Told): string {
  const { lastAiReply } = conversation;
  return [
    first && `First request: "${short(first, QUOTE)}"`,
    lastAiReply && `Last AI reply: "${short(lastAiReply, QUOTE)}"`,
    `Messages: ${countWords(conversation.counts)}`,
    listed("Tools used", toolWords(conversation, toolsUsed)),
    listed(
      "Tool results",
      conversation.results.map((result) => short(result, RESULT)),
    ),
    listed("Reason for the escalation", reasons),
    listed("Already tried", tried.map(stepWords)),
  ]
    .filter(Boolean)
    .join("\n");
}

function countWords(counts: Conversation["counts"]): string {
  const sides = [
    ["customer", "by the customer"],
    ["ai", "by the AI"],
    ["agent", "by people"],
    ["unknown", "by others"],
  ] as const;
  const said = sides.filter(([author]) => counts[author]);
  return said.map(([author, words]) => `${counts[author]} ${words}`).join(", ") || "none";
}

const listed = (name: string, items: readonly string[]) =>
  items.length > 0 && `${name}: ${items.join("; ")}`;

/** Each tool once for each use, with its result where one came with it. */
function toolWords({ tools }: Conversation, names: readonly string[]): string[] {
  const told = tools.map((tool) => {
    const name = String(tool.name ?? "");
    const result = resultOf(tool);
    return { name, words: result ? `${name} (${short(result, RESULT)})` : name };
  });
  const named = names.filter((name) => told.every((tool) => tool.name !== name));
  return [...new Set([...told.map(({ words }) => words), ...named])];
}

/** Systems call it by several names. */
function resultOf(tool: Record<string, unknown>): string | null {
  const result = tool.result ?? tool.output ?? tool.response ?? tool.error ?? tool.status;
  if (result === undefined || result === null || result === "") return null;
  return typeof result === "string" ? result : JSON.stringify(result);
}

function stepWords({ step, by, helped }: TriedStep): string {
  const outcome = { true: "helped for a while or in part", false: "did not help", null: "" };
  const notes = [outcome[`${helped}`], by === "us" && "on our advice"].filter(Boolean);
  return notes.length > 0 ? `${step} (${notes.join(", ")})` : step;
}

function short(text: string, most: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.length <= most) return flat;
  return `${flat.slice(0, most).replace(/\s\S*$|[\ud800-\udbff]$/u, "")}…`;
}
