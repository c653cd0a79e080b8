import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type ActiveProvider, type ModelRequest, type ModelTool, tokensOf } from "../llm";
import type { Context } from "../platform/context";
import type { Ticket } from "../ticket";
import type { Gathered } from "./gather";
import { layOut } from "./model-context";
import { type Citable, materialOf } from "./model-material";
import { ModelReply } from "./model-output";
import { INSTRUCTIONS, PROMPT_VERSION } from "./model-prompt";
import { modelTools } from "./tool-facts";

/**
 * Of an answer, tokens: a long procedure, and the tool calls before it. Where the window is wide, as
 * much again for models that think before they speak; a narrow one is kept for the data.
 */
const OUTPUT = { least: 2000, most: 4000, share: 1 / 8 };
/** For what providers add and count otherwise: schema, tools, placeholders. */
const ROOM = { share: 0.85, tokens: 500 };
/** Within this the data is laid out, however small the window. */
const LEAST_TOKENS = 500;

export type Prepared = {
  request: ModelRequest<ModelReply>;
  /** What a reply may cite; what is looked up joins it while the model works. */
  citable: Map<string, Citable>;
  /** Everything of the customer's own words and of the account that it could read. */
  own: string;
};

type Asking = {
  provider: ActiveProvider;
  ticket: Ticket;
  gathered: Gathered;
  personId?: string;
  signal?: AbortSignal;
  /** False: nothing of the outside is asked, nothing is proposed. */
  tools?: boolean;
};

/** One request for a draft: the instructions are ours, everything else is delimited data. */
export async function prepare(ctx: Context, asking: Asking): Promise<Prepared> {
  const { provider, ticket, gathered, personId, signal } = asking;
  const { blocks, citable } = materialOf(gathered);
  const found = asking.tools === false ? {} : await modelTools(ctx, ticket);
  const tools = citing(found, citable);
  const budget = budgetOf(provider, tools);
  const { who, customerName } = gathered;
  return {
    request: {
      purpose: "draft",
      promptVersion: PROMPT_VERSION,
      instructions: INSTRUCTIONS,
      prompt: layOut(blocks, randomBytes(12).toString("base64url"), budget, tokensOf),
      schema: ModelReply,
      about: { ticketId: ticket.id, customerId: who.customerId, ...(personId && { personId }) },
      personal: { names: [customerName], emails: who.emails, others: [who.accountName] },
      ...(Object.keys(tools).length > 0 && { tools }),
      maxOutputTokens: outputTokens(provider.contextTokens),
      ...(signal && { signal }),
    },
    citable,
    own: ownWords(gathered),
  };
}

export const outputTokens = (contextTokens: number): number =>
  Math.min(OUTPUT.most, Math.max(OUTPUT.least, Math.floor(contextTokens * OUTPUT.share)));

function budgetOf(provider: ActiveProvider, tools: Record<string, ModelTool>): number {
  const described = tokensOf(JSON.stringify(tools));
  const fixed =
    tokensOf(INSTRUCTIONS) + described + outputTokens(provider.contextTokens) + ROOM.tokens;
  return Math.max(LEAST_TOKENS, Math.floor((provider.contextTokens - fixed) * ROOM.share));
}

/**
 * Each result of a tool gets an id, so that a sentence can rest on it. A refusal or a failure gets
 * none: it may hold the model's own words.
 */
export function citing(tools: Record<string, ModelTool>, citable: Map<string, Citable>) {
  let runs = 0;
  return Object.fromEntries(
    Object.entries(tools).map(([name, tool]): [string, ModelTool] => [
      name,
      {
        ...tool,
        async run(given, signal) {
          const text = await tool.run(given, signal);
          if (!isAnswered(text)) return text;
          const id = `T${++runs}`;
          const title = `Looked up: ${name}`;
          citable.set(id, {
            articleId: "tool",
            passageId: id,
            title,
            text,
            language: "en",
            subject: null,
          });
          return `The id of this result is ${id}.\n${text}`;
        },
      },
    ]),
  );
}

const Result = z.object({ outcome: z.string() });

/** Whether somebody else has said it: read where the tool's door has written it, on its second line. */
function isAnswered(text: string): boolean {
  try {
    return Result.parse(JSON.parse(text.split("\n", 2)[1] ?? "")).outcome === "answered";
  } catch {
    return false; // no result that we have made
  }
}

/** What the customer has told us in this ticket. */
function ownWords({ question, facts, customerName, who }: Gathered): string {
  const said = facts.thread.filter(({ author }) => author === "customer").map(({ text }) => text);
  const asked = "text" in question ? question.text : "";
  return [asked, ...said, customerName, who.accountName, ...who.emails].join("\n");
}
