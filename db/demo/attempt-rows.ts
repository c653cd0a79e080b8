import type { DraftSentence, Source } from "@/lib/resolve/model";
import type { attempts } from "../schema/resolve";
import { type Cast, idAt, known, type MessageRow, minutesBefore } from "./cast-rows";
import type { DemoAttempt } from "./types";

export type AttemptRow = typeof attempts.$inferInsert & { createdAt: Date };

/** The draft of a ticket, tied to the message it answers and to what it became. */
export function attemptRow(
  demo: DemoAttempt,
  ticketId: string,
  thread: MessageRow[],
  cast: Cast,
): AttemptRow {
  const createdAt = minutesBefore(cast.now, demo.minutesAgo);
  const asked = thread.findLast((m) => m.author === "customer" && m.createdAt <= createdAt);
  const answered = known(asked ?? thread[0], "question");
  const sent = sentMessage(demo, thread);
  const sources = demo.sources.map(({ slug, quote }) => sourceOf(slug, quote, cast));
  return {
    id: idAt(createdAt),
    ticketId,
    answersMessageId: answered.id,
    snapshot: { demo: true },
    draft: demo.draft,
    sentences: sentencesOf(demo.draft, sources),
    sources,
    confidence: demo.confidence,
    parts: demo.parts,
    model: "extractive",
    modelVersion: "demo",
    decision: demo.decision,
    decisionReason: demo.reason,
    reviewState: demo.reviewState,
    reviewedBy: demo.reviewerEmail ? known(cast.people.get(demo.reviewerEmail), "reviewer") : null,
    reviewedAt:
      demo.reviewedMinutesAgo === undefined
        ? null
        : minutesBefore(cast.now, demo.reviewedMinutesAgo),
    rejectReason: demo.reviewState === "rejected" ? "wrong_answer" : null,
    sentText: sent?.text ?? null,
    sentMessageId: sent?.id ?? null,
    outcome: demo.outcome ?? null,
    createdAt,
  };
}

/** The reply that went out because of the draft: as it was, or as a person corrected it. */
function sentMessage(demo: DemoAttempt, thread: MessageRow[]): MessageRow | undefined {
  if (demo.reviewState === "rejected" || demo.reviewState === "held") return undefined;
  const corrected = demo.reviewState === "corrected";
  return thread.find((m) => m.public && m.author === (corrected ? "agent" : "ai"));
}

function sourceOf(slug: string, quote: string, cast: Cast): Source {
  const passages = known(cast.passages.get(slug), `article ${slug}`);
  const words = squeeze(quote);
  const holding = passages.find((passage) => squeeze(passage.text).includes(words));
  const { articleId, passageId, title } = known(holding ?? passages[0], `passage of ${slug}`);
  return { articleId, passageId, title, quote };
}

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** What the draft claims, sentence by sentence, with the quotes it says; not greeting and way out. */
function sentencesOf(draft: string, sources: Source[]): DraftSentence[] {
  const quotes = sources.map((source) => squeeze(source.quote));
  return draft
    .split("\n")
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((text) => text !== "")
    .map((text) => {
      const said = squeeze(text);
      const from = quotes.flatMap((quote, at) =>
        said !== "" && (quote.includes(said) || said.includes(quote)) ? [at + 1] : [],
      );
      return { text, sources: from };
    })
    .filter((sentence) => sentence.sources.length > 0);
}

/** Without markup and line breaks, which passages and quotes write differently. */
const squeeze = (text: string) =>
  text
    .replace(/[*_`#[\]]|\([^)]*\)/g, "")
    .replace(/\s+/g, " ")
    .trim();
