import { signedIn } from "@/app/signed-in";
import { LastChangeLine } from "@/components/settings/last-change-line";
import { readLastChange } from "@/lib/admin";
import { allowed } from "@/lib/platform/context";

/** The last change of these kinds, above the page that makes them. */
export async function LastChange({ of }: { of: readonly string[] }) {
  const ctx = await signedIn();
  const change = await readLastChange(ctx, of);
  if (!change) return null;
  const log = allowed(ctx.actor, "audit.read") ? "/settings/audit" : null;
  return <LastChangeLine change={change} log={log} />;
}
