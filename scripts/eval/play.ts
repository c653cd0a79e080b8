import { asc, eq } from "drizzle-orm";
import { attempts } from "@/db/schema/resolve";
import { ingestRequest, readRequest } from "@/lib/ingest";
import { compareToDraft } from "@/lib/learn";
import type { Case } from "./cases";
import type { EvalDesk } from "./desk";

/** Between two questions, milliseconds of the desk. */
const BETWEEN_MS = 120_000;

/** One question that an engine was asked. */
export type Played = {
  kind: Case["kind"];
  /** The reply is near enough to the known one, as learning measures it. */
  right: boolean;
  /** It rests on an article that the known reply rests on; null: nobody knows of any. */
  sameSource: boolean | null;
  drafted: boolean;
  confidence: number;
  decision: string;
  /** Sentences, and those of them that rest on a source that was checked. */
  sentences: number;
  supported: number;
  costMicros: number;
  tokens: number;
  /** From the request to the decision. */
  ms: number;
  /** Why the model's words were not used; null: they were, or none was asked. */
  fault: string | null;
};

/** Asks each question anew, as a ticket of a customer of its own; nobody settles the drafts. */
export async function playCases(
  desk: EvalDesk,
  workOff: () => Promise<number>,
  engine: string,
  cases: readonly Case[],
): Promise<Played[]> {
  const played: Played[] = [];
  for (const [at, one] of cases.entries()) {
    desk.advance(BETWEEN_MS);
    const began = performance.now();
    const ticketId = await send(desk, `${engine}-${at}`, one);
    await workOff();
    played.push(await judged(desk, ticketId, one, performance.now() - began));
  }
  return played;
}

async function send({ sender }: EvalDesk, id: string, one: Case): Promise<string> {
  const name = id.toLowerCase().replace(/[^a-z0-9-]+/g, "-");
  const body = JSON.stringify({
    external_id: `eval-${process.pid}-${name}`,
    channel: "email",
    customer_email: `eval-${name}@eval.example`,
    customer_name: one.name,
    account: `eval ${name}`,
    ...(one.subject && { subject: one.subject }),
    body: one.question,
  });
  const bytes = new TextEncoder().encode(body);
  const request = readRequest(bytes, "application/json", sender.now());
  return (await ingestRequest(sender, { ...request, source: "eval" })).ticketId;
}

async function judged({ tools }: EvalDesk, ticketId: string, one: Case, ms: number) {
  const [attempt] = await tools.db
    .select()
    .from(attempts)
    .where(eq(attempts.ticketId, ticketId))
    .orderBy(asc(attempts.createdAt), asc(attempts.id))
    .limit(1);
  const { draft = null, sentences = [], sources = [] } = attempt ?? {};
  const body = sentences.map(({ text }) => text).join(" ");
  // What people sent may begin with a greeting; an answer that was learned never does.
  const right = draft !== null && [draft, body].some((own) => near(own, one.answer));
  const same = sources.some(({ articleId }) => one.articles?.includes(articleId));
  const llm = factsOf(attempt?.snapshot.llm);
  return {
    ...{ kind: one.kind, right, drafted: draft !== null, ms },
    sameSource: one.articles && draft !== null && same,
    confidence: attempt?.confidence ?? 0,
    decision: attempt?.decision ?? "none",
    sentences: draft === null ? 0 : sentences.length,
    supported: draft === null ? 0 : sentences.filter(({ sources }) => sources.length > 0).length,
    ...llm,
  };
}

const near = (own: string, known: string): boolean => compareToDraft(own, known).accepted;

/** What the attempt log says of the model. */
function factsOf(llm: unknown): Pick<Played, "costMicros" | "tokens" | "fault"> {
  const of = (key: string): unknown => (llm instanceof Object ? Reflect.get(llm, key) : undefined);
  const fault = of("fault");
  return {
    costMicros: Number(of("costMicros") ?? 0),
    tokens: Number(of("tokens") ?? 0),
    fault: typeof fault === "string" ? fault : null,
  };
}
