/** Paths and texts of a small tree. */
export type Files = Record<string, string>;

/** For each rule: small trees that break it, and small trees that look alike and keep it. */
export const PLANTED: Record<string, { bad: Files[]; good: Files[] }> = {
  "imports-resolve": {
    bad: [{ "lib/ticket/index.ts": 'export * from "./store";' }],
    good: [{ "lib/ticket/index.ts": 'export * from "./store";', "lib/ticket/store.ts": "" }],
  },
  "no-cycles": {
    bad: [
      {
        "lib/ticket/a.ts": 'import { b } from "./b";',
        "lib/ticket/b.ts": 'export { c } from "./c";',
        "lib/ticket/c.ts": 'import type { a } from "@/lib/ticket/a";',
      },
      { "components/ui/a.tsx": 'const lazy = () => import("./a");' },
    ],
    good: [
      {
        "lib/ticket/a.ts": 'import "./b"; import "./c";',
        "lib/ticket/b.ts": 'import "./c";',
        "lib/ticket/c.ts": "",
      },
    ],
  },
  "folders-known": {
    bad: [{ "lib/utils/text.ts": "" }],
    good: [{ "lib/ticket/text.ts": "", "lib/runner.ts": "" }],
  },
  "models-are-pure": {
    bad: [
      { "lib/ticket/model.ts": 'import { format } from "date-fns";' },
      { "lib/ticket/model.ts": 'import { x } from "./store";', "lib/ticket/store.ts": "" },
      { "lib/ticket/model.ts": 'type T = import("../person").T;', "lib/person/index.ts": "" },
    ],
    good: [
      {
        "lib/ticket/model.ts": 'import { z } from "zod"; import "../person/model";',
        "lib/person/model.ts": "",
      },
    ],
  },
  "platform-knows-no-product": {
    bad: [
      { "lib/platform/http.ts": 'import { x } from "../ticket/model";', "lib/ticket/model.ts": "" },
      {
        "lib/platform/http.ts": 'import { x } from "@/db/schema/ticket";',
        "db/schema/ticket.ts": "",
      },
      { "lib/platform/http.ts": 'import { x } from "../event";', "lib/event/index.ts": "" },
    ],
    good: [
      { "lib/platform/http.ts": 'import { x } from "../person/model";', "lib/person/model.ts": "" },
    ],
  },
  "event-knows-models-only": {
    bad: [{ "lib/event/record.ts": 'import { x } from "../ticket";', "lib/ticket/index.ts": "" }],
    good: [
      { "lib/event/model.ts": 'import { x } from "../ticket/model";', "lib/ticket/model.ts": "" },
    ],
  },
  "steps-import-no-step": {
    bad: [
      { "lib/route/x.ts": 'import { y } from "@/lib/resolve";', "lib/resolve/index.ts": "" },
      { "lib/learn/x.ts": 'export * from "../deliver/store";', "lib/deliver/store.ts": "" },
    ],
    good: [
      { "lib/route/x.ts": 'import { y } from "@/lib/resolve/model";', "lib/resolve/model.ts": "" },
      { "lib/route/x.ts": 'import { y } from "@/lib/ticket";', "lib/ticket/index.ts": "" },
    ],
  },
  "nouns-stand-alone": {
    bad: [
      { "lib/ticket/x.ts": 'import { y } from "@/lib/customer";', "lib/customer/index.ts": "" },
      { "lib/ticket/x.ts": 'import { y } from "@/lib/resolve";', "lib/resolve/index.ts": "" },
      { "lib/ticket/x.ts": 'import { y } from "@/lib/inbox";', "lib/inbox/index.ts": "" },
    ],
    good: [
      {
        "lib/ticket/x.ts": 'import { y } from "@/lib/customer/model";',
        "lib/customer/model.ts": "",
      },
      { "lib/ticket/x.ts": 'import { y } from "@/lib/event";', "lib/event/index.ts": "" },
    ],
  },
  "readers-call-no-step": {
    bad: [{ "lib/inbox/x.ts": 'import { y } from "../deliver";', "lib/deliver/index.ts": "" }],
    good: [
      { "lib/inbox/x.ts": 'import { y } from "../deliver/model";', "lib/deliver/model.ts": "" },
    ],
  },
  "doors-only": {
    bad: [
      { "app/page.tsx": 'import { x } from "@/lib/ticket/store";', "lib/ticket/store.ts": "" },
      { "lib/route/x.test.ts": 'import { x } from "../ticket/store";', "lib/ticket/store.ts": "" },
    ],
    good: [{ "app/page.tsx": 'import { x } from "@/lib/ticket";', "lib/ticket/index.ts": "" }],
  },
  "own-schema-only": {
    bad: [
      {
        "lib/ticket/store.ts": 'import { x } from "@/db/schema/customer";',
        "db/schema/customer.ts": "",
      },
      { "lib/ticket/store.ts": 'import { x } from "@/db/schema";', "db/schema/index.ts": "" },
      { "lib/ticket/store.ts": 'import { schema } from "@/db/client";', "db/client.ts": "" },
    ],
    good: [
      {
        "lib/ticket/store.ts": 'import { x } from "@/db/schema/ticket";',
        "db/schema/ticket.ts": "",
      },
      {
        "lib/inbox/store.ts": 'import { x } from "@/db/schema/ticket";',
        "db/schema/ticket.ts": "",
      },
      {
        "lib/platform/session.ts": 'import { x } from "@/db/schema/person";',
        "db/schema/person.ts": "",
      },
    ],
  },
  "sql-in-stores": {
    bad: [
      { "lib/ticket/close.ts": 'import { eq } from "drizzle-orm";' },
      {
        "lib/ticket/close.ts": 'import { x } from "@/db/schema/ticket";',
        "db/schema/ticket.ts": "",
      },
    ],
    good: [{ "lib/ticket/store.ts": 'import { eq } from "drizzle-orm";' }],
  },
  "lib-serves-screens": {
    bad: [
      { "lib/ticket/x.ts": 'import { y } from "@/components/ui/y";', "components/ui/y.tsx": "" },
    ],
    good: [{ "app/page.tsx": 'import { y } from "@/components/ui/y";', "components/ui/y.tsx": "" }],
  },
  "db-takes-vocabulary": {
    bad: [
      { "db/schema/ticket.ts": 'import { x } from "@/lib/ticket";', "lib/ticket/index.ts": "" },
    ],
    good: [
      {
        "db/schema/ticket.ts": 'import { x } from "@/lib/ticket/model";',
        "lib/ticket/model.ts": "",
      },
      { "db/demo/load.ts": 'import { x } from "@/lib/ticket";', "lib/ticket/index.ts": "" },
    ],
  },
  "components-see-models": {
    bad: [
      { "components/ticket/a.tsx": 'import { x } from "@/lib/ticket";', "lib/ticket/index.ts": "" },
      { "components/ticket/a.tsx": 'import { x } from "@/db/client";', "db/client.ts": "" },
      { "components/ticket/a.tsx": 'import { eq } from "drizzle-orm";' },
    ],
    good: [
      {
        "components/ticket/a.tsx": 'import { x } from "@/lib/ticket/model";',
        "lib/ticket/model.ts": "",
      },
      {
        "components/ticket/queries.ts": 'import { x } from "@/app/actions/t";',
        "app/actions/t.ts": '"use server";',
      },
    ],
  },
  "actions-behind-queries": {
    bad: [
      {
        "components/ticket/a.tsx": 'import { x } from "@/app/actions/t";',
        "app/actions/t.ts": '"use server";',
      },
      { "app/page.tsx": 'import { x } from "./actions/t";', "app/actions/t.ts": '"use server";' },
    ],
    good: [
      {
        "components/t/queries.ts": 'import { x } from "@/app/actions/t";',
        "app/actions/t.ts": '"use server";',
      },
    ],
  },
  "app-holds-no-sql": {
    bad: [
      { "app/page.tsx": 'import { eq } from "drizzle-orm";' },
      { "app/page.tsx": 'import { x } from "@/db/schema/ticket";', "db/schema/ticket.ts": "" },
      { "app/page.tsx": 'import { x } from "@/db/client";', "db/client.ts": "" },
    ],
    good: [{ "app/page.tsx": 'import { x } from "@/lib/inbox";', "lib/inbox/index.ts": "" }],
  },
  "pipeline-is-the-runners": {
    bad: [{ "app/page.tsx": 'import { pipeline } from "@/lib/pipeline";', "lib/pipeline.ts": "" }],
    good: [{ "lib/runner.ts": 'import { pipeline } from "./pipeline";', "lib/pipeline.ts": "" }],
  },
  "test-helpers-in-tests": {
    bad: [
      { "lib/ticket/x.ts": 'import { make } from "@/db/testing/make";', "db/testing/make.ts": "" },
    ],
    good: [
      {
        "lib/ticket/x.db.test.ts": 'import { make } from "@/db/testing/make";',
        "db/testing/make.ts": "",
      },
    ],
  },
  "product-needs-no-tools": {
    bad: [{ "lib/ticket/x.ts": 'import { y } from "@/scripts/y.mjs";', "scripts/y.mjs": "" }],
    good: [{ "scripts/y.mjs": 'import { y } from "./z.mjs";', "scripts/z.mjs": "" }],
  },
  "use-server-in-actions": {
    bad: [
      { "components/form.tsx": 'export async function save() { "use server"; }' },
      { "lib/ticket/x.ts": '"use server";' },
      { "app/actions/t.ts": "export const a = action(A, a);" },
    ],
    good: [{ "app/actions/t.ts": '"use server";\nexport const a = action(A, a);' }],
  },
  "actions-made-by-action": {
    bad: [
      { "app/actions/t.ts": '"use server"; export async function save() {}' },
      { "app/actions/t.ts": '"use server"; export const save = async () => {};' },
      { "app/actions/t.ts": '"use server"; export { save } from "./x";', "app/actions/x.ts": "" },
      { "app/actions/t.ts": '"use server"; export default action(A, a);' },
      { "app/actions/t.ts": '"use server"; export const save = publicAction(A, a);' },
      { "app/actions/t.ts": '"use server"; export * from "./x";', "app/actions/x.ts": "" },
    ],
    good: [
      { "app/actions/t.ts": '"use server"; export const save = action(A, a); export type T = 1;' },
    ],
  },
  "routes-made-by-maker": {
    bad: [
      { "app/api/tickets/route.ts": "export async function GET() {}" },
      { "app/api/tickets/route.ts": "export const POST = async () => new Response();" },
      { "app/api/tickets/route.ts": "const GET = 1; export { GET };" },
    ],
    good: [
      {
        "app/api/tickets/route.ts":
          'export const GET = jsonRoute({}, list); export const dynamic = "x";',
      },
    ],
  },
  "env-in-one-file": {
    bad: [
      { "lib/ticket/x.ts": "const url = process.env.DATABASE_URL;" },
      { "lib/ticket/x.ts": 'const url = process["env"];' },
      { "lib/ticket/x.ts": "const { env } = process;" },
      { "lib/ticket/x.ts": 'import { env } from "node:process";' },
    ],
    good: [
      { "lib/platform/env.ts": "export const url = process.env.DATABASE_URL;" },
      { "lib/ticket/x.ts": "const pid = process.pid; // process.env is read elsewhere" },
    ],
  },
  "readers-write-nothing": {
    bad: [
      { "lib/inbox/store.ts": "await db.insert(tickets).values(x);" },
      { "lib/inbox/store.ts": "await ctx.db.update(tickets).set(x);" },
      { "lib/inbox/store.ts": "await db.execute(sql`delete from tickets`);" },
    ],
    good: [{ "lib/inbox/store.ts": "seen.delete(id); await db.select().from(tickets);" }],
  },
  "files-are-short": {
    bad: [{ "lib/ticket/x.ts": "//\n".repeat(301) }],
    good: [{ "lib/ticket/x.ts": "//\n".repeat(300), "checks/x.ts": "//\n".repeat(400) }],
  },
  "functions-are-short": {
    bad: [
      { "components/x.tsx": `export function X() {${"\n".repeat(60)}}` },
      { "lib/ticket/x.ts": `const x = () => {${"\n".repeat(60)}};` },
    ],
    good: [{ "lib/ticket/x.ts": `const x = () => {${"\n".repeat(59)}};\n\n\nconst y = 1;` }],
  },
  "files-are-mostly-short": {
    bad: [{ "lib/ticket/x.ts": "//\n".repeat(81) }],
    good: [{ "lib/ticket/x.ts": "//\n".repeat(80) }],
  },
};
