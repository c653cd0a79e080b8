import { tellPerson } from "../event";
import { type Context, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { type NoticeKind, wishOf } from "./model";
import { insertNotices, settingsOf } from "./store";

type News = {
  ticketId: string;
  /** The event that it tells of. */
  eventId: string;
  kind: NoticeKind;
  /** In plain words. */
  text: string;
  personIds: readonly string[];
};

/**
 * Tells people of an event, each once and only what they want to hear. Safe to repeat: a notice is
 * known by its person, event and kind.
 *
 * @returns how many people heard of it for the first time
 */
export async function tell(ctx: Context, news: News): Promise<number> {
  const { personIds, kind, ticketId, eventId, text } = news;
  const settings = await settingsOf(ctx.db, personIds);
  const wanted = [...new Set(personIds)].filter(
    (personId) => wishOf(settings.get(personId) ?? {}, kind).list,
  );
  return transaction(ctx, async (tx) => {
    const createdAt = tx.now();
    const one = { kind, ticketId, eventId, text, createdAt };
    const rows = wanted.map((personId) => ({ id: newId(), personId, ...one }));
    const told = await insertNotices(tx.db, rows);
    for (const personId of told) await tellPerson(tx.db, personId);
    return told.length;
  });
}
