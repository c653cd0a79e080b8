import postgres from "postgres";

/** Prefix of every database that tests make; all of them may be dropped at any time. */
export const PREFIX = "deskhand_test_";

/** Where real Postgres is expected in tests; a user with the right to create databases. */
export function testServer(): string {
  return process.env.TEST_DATABASE_SERVER ?? "postgres://postgres@127.0.0.1:5432";
}

export const databaseUrl = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
};

/** Runs `work` on a short connection to the server's own database. */
export async function asAdmin<T>(
  server: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres(databaseUrl(server, "postgres"), {
    max: 1,
    connect_timeout: 2, // seconds
    onnotice: () => undefined,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Null when the server can be used, else why not. */
export async function whyUnreachable(server: string): Promise<string | null> {
  try {
    return await asAdmin(server, async (sql) => {
      const [row] = await sql<
        { may: boolean }[]
      >`select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user`;
      return row?.may ? null : "its user may not create databases";
    });
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}
