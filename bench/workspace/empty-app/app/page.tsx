import { Rows } from "./rows";

export const dynamic = "force-dynamic";

/** 50 rows that are made anew for each request, and nothing else. */
export default function Page() {
  const rows = Array.from({ length: 50 }, (_, n) => ({
    id: `t_${n}`,
    customer: `Customer ${n}`,
    subject: "About the export of time entries",
    snippet: "Hello, the export of time entries stops half way. Could you have a look? It concerns",
    at: new Date().toISOString(),
  }));
  return <Rows rows={rows} />;
}
