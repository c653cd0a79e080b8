import type { Db } from "@/db/client";
import { demoIsWelcome, insertDemo } from "@/db/demo/insert";
import { buildDemo } from "@/db/demo/story";
import { writeSetting } from "./desk";
import { saveArticle } from "./knowledge";
import { generatePassword, hashPassword } from "./person";
import type { Context } from "./platform/context";

/** The same seed, the same desk, whoever starts it. */
const SEED = 20_261_121;

export type DemoPassword = { name: string; role: string; email: string; password: string };

/**
 * Fills a desk that holds nothing with the demo company. Call it inside a transaction.
 *
 * @param say hears how it goes
 * @returns the people's passwords, which are kept nowhere; null when the desk holds anything
 */
export async function fillDemo(
  ctx: Context,
  say: (words: string) => void,
): Promise<DemoPassword[] | null> {
  if (!(await demoIsWelcome(ctx.db))) return null;
  const started = Date.now();
  say("Filling the demo desk…");
  const demo = buildDemo(SEED, ctx.now());

  for (const article of demo.articles) await saveArticle(ctx, { ...article, demo: true });
  const people = await Promise.all(
    demo.people.map(async (person) => {
      const password = generatePassword();
      return { ...person, password, passwordHash: await hashPassword(password) };
    }),
  );
  await insertDemo(ctx.db, { ...demo, people }, ctx.now());
  await nameDesk(ctx.db, demo.company, ctx.now());

  say(` done in ${Math.max(1, Math.round((Date.now() - started) / 1000))} s\n`);
  return people.map(({ name, role, email, password }) => ({ name, role, email, password }));
}

async function nameDesk(db: Db, company: string, at: Date): Promise<void> {
  await writeSetting(db, "desk.name", company, at);
  await writeSetting(db, "demo.loaded", true, at);
}
