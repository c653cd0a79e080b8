import { seedDefaults } from "@/db/defaults";
import { openDatabase } from "@/db/open";
import { connections } from "@/db/schema/channel";
import { people, sessions } from "@/db/schema/person";
import { setSetting } from "@/lib/desk";
import { DEFAULT_CATEGORIES } from "@/lib/desk/model";
import { saveArticle } from "@/lib/knowledge";
import type { Context, Tools } from "@/lib/platform/context";
import { parseEnv } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { openJobs } from "@/lib/platform/jobs";
import { seal } from "@/lib/platform/secrets";
import { jobNames } from "@/lib/runner";

const SECRET = "only for the test of faults, a secret of nothing";

/** A desk as this process sees it: for callers and people. It works no jobs. */
export type Desk = {
  db: Tools["db"];
  /** The other system, as `ingest` sees it. */
  sender: Context;
  /** A signed-in admin. */
  person: Context;
  close: () => Promise<void>;
};

/** Settings of the worker processes. */
export const workerEnv = (databaseUrl: string, smtpUrl: string): Record<string, string> => ({
  NODE_ENV: "production",
  DATABASE_URL: databaseUrl,
  NEXTAUTH_SECRET: SECRET,
  SMTP_URL: smtpUrl,
  MAIL_FROM: "desk@example.org",
  PUBLIC_URL: "http://desk.example.org",
  WEBHOOK_ALLOW_PRIVATE: "127.0.0.1",
  WORKERS: "on",
  WORKER_PORT: "",
  DEMO: "off",
  LOG_LEVEL: "warn",
});

const ARTICLES = [
  {
    slug: "export-time-entries",
    title: "Export time entries as CSV",
    category: "technical",
    body: "Open Reports and choose the months that you need. Choose Export, then CSV, and we mail you a link to the file.\n\nThe link works for seven days. Exports over 500,000 rows are split into several files.",
  },
  {
    title: "Invite your team",
    body: "Open Members and choose Invite. Each person gets an e-mail with a link.",
  },
  {
    title: "Put a VAT number on invoices",
    body: "Open Billing and enter the VAT number. It stands on every later invoice.",
  },
];

/**
 * Opens a desk that answers by itself what its article knows, and holds the rest for people.
 *
 * @param undoSeconds time in which a person can take back a reply
 */
export async function openDesk(
  databaseUrl: string,
  replyUrl: string,
  undoSeconds: number,
): Promise<Desk> {
  const database = await openDatabase({ databaseUrl, dataDir: "" });
  const jobs = await openJobs(database, jobNames);
  const env = parseEnv(workerEnv(databaseUrl, "smtp://127.0.0.1:1"));
  const tools: Tools = { db: database.db, jobs, env, now: () => new Date() };
  await seedDefaults(tools.db, tools.now());
  const person: Context = { ...tools, actor: await makeAdmin(tools) };
  const categories = DEFAULT_CATEGORIES.map(({ slug }) => slug);
  await setSetting(person, { name: "ai.uncapped", value: { categories, articles: [] } });
  await setSetting(person, { name: "ai.bands", value: { send: 0.7, flag: 0.5 } });
  await setSetting(person, { name: "reply.undoSeconds", value: undoSeconds });
  for (const article of ARTICLES) await saveArticle(person, article);
  const connectionId = newId();
  const secretSealed = seal(SECRET, "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMgc2VjcmV0IQ==");
  const other = { name: "Faults", source: "faults", replyUrl, secretSealed };
  await tools.db.insert(connections).values({ id: connectionId, ...other });
  return {
    db: tools.db,
    person,
    sender: { ...tools, actor: { type: "connection", connectionId, scopes: ["ingest"] } },
    async close() {
      await jobs.stop(1);
      await database.close();
    },
  };
}

async function makeAdmin({ db, now }: Tools): Promise<Context["actor"]> {
  const [personId, sessionId] = [newId(), newId()];
  const email = "admin@desk.example.org";
  await db.insert(people).values({ id: personId, name: "Test admin", email, role: "admin" });
  const expiresAt = new Date(now().getTime() + 86_400_000); // a day
  await db.insert(sessions).values({ id: sessionId, personId, expiresAt });
  return { type: "person", personId, role: "admin", sessionId };
}
