import { customerContext } from "../customer";
import { fillTemplate, findAnswers, searchKnowledge } from "../knowledge";
import type { Snippet, Snippets, SnippetsQuery } from "../knowledge/model";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { participantsOf, ticketById } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";

/** Most of each kind that are shown: more words find better than more rows. */
const PASSAGES = 8;
const ANSWERS = 5;
/** Of an answer's text, that it must share with the words to be shown, 0..1. */
const ALIKE = 0.3;

/**
 * Passages of published articles and past answers that hold the words, to be put into a reply. An
 * answer that is private to another account is not among them. @throws `not_found`
 */
export async function findSnippets(ctx: Context, query: SnippetsQuery): Promise<Snippets> {
  requirePermission(ctx, "knowledge.read");
  const id = fromPublicId(TICKET_PREFIX, query.ticket);
  if (!id) throw new AppError("not_found", "There is no such ticket.");
  const ticket = await ticketById(ctx.db, id);
  const { customer, account } = await customerContext(ctx.db, ticket.customerId);
  const match = await searchKnowledge(ctx.db, query.q);
  const [email = null] = await participantsOf(ctx.db, id);
  const to = { name: customer.name, email, account: account.name, ticket: ticket.number };
  const passages = match.articles
    .flatMap((article) => article.passages.slice(0, 3))
    .slice(0, PASSAGES)
    .map(
      ({ passageId, title, text }): Snippet => ({ id: passageId, kind: "article", title, text }),
    );
  const past = await findAnswers(ctx.db, match, account.id, []);
  const answers = past
    .filter(({ coverage }) => coverage >= ALIKE)
    .sort((a, b) => b.coverage - a.coverage)
    .flatMap(({ answer }): Snippet[] => {
      if (!answer || answer.state === "retired") return [];
      const { text } = fillTemplate(answer.text, to);
      return [{ id: answer.id, kind: "answer", title: firstLine(text), text }];
    })
    .slice(0, ANSWERS);
  return [...passages, ...answers];
}

const firstLine = (text: string) => text.trim().split("\n", 1)[0]?.slice(0, 80) ?? "";
