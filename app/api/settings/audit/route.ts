import { readAudit } from "@/lib/admin";
import { AuditPage, AuditQuery } from "@/lib/admin/model";
import { jsonRoute } from "@/lib/platform/http";

/** GET /api/settings/audit?type=setting&from=2026-11-01: what was changed, by whom. */
export const GET = jsonRoute(
  {
    query: AuditQuery,
    result: AuditPage,
    file: ({ download }) => (download === undefined ? null : "audit-log.json"),
  },
  readAudit,
);
