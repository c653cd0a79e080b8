import { expect, test } from "vitest";
import { ask, desk, liftCaps, state } from "@/db/testing/drafting";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";
import { saveArticle } from "../knowledge";

const ANLEITUNG = {
  slug: "zeiten-exportieren",
  title: "Zeiteinträge als CSV exportieren",
  category: "technical",
  body: `Öffnen Sie die Berichte und wählen Sie die Monate, die Sie brauchen. Wählen Sie dann Exportieren und CSV, und wir schicken Ihnen einen Link zu der Datei.

Der Link zu der Datei ist sieben Tage lang gültig.`,
};

async function bold() {
  const ctx = await desk();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "ai.bands", { send: 0.5, flag: 0.4 }, ctx.now());
  await saveArticle(ctx, ANLEITUNG);
  return ctx;
}

test("a question is answered from an article in its own language, framed in it", async () => {
  const ctx = await bold();
  const { ticket } = await ask(ctx, {
    subject: "Zeiteinträge exportieren",
    body: "Wie kann ich die Zeiteinträge der letzten Monate als CSV exportieren? Wo finde ich die Berichte?",
  });
  await runJobs(ctx);

  const { last } = await state(ctx, ticket.id);
  expect(last?.decision).not.toBe("held");
  expect(last?.draft).toMatch(/^(Hallo|Guten Tag).*Öffnen Sie die Berichte/s);
});

test("an article in another language than the customer's is named, and never sent", async () => {
  const ctx = await bold();
  const { ticket } = await ask(ctx, {
    subject: "CSV Zeiteinträge exportieren",
    body: "Where do I find the Berichte to exportieren the Zeiteinträge as CSV? I need the Monate of this year, please.",
  });
  await runJobs(ctx);

  const { last } = await state(ctx, ticket.id);
  expect(last).toMatchObject({ decision: "held", draft: null });
  expect(last?.decisionReason).toMatch(/no article is in the customer's language \(en\)/);
});
