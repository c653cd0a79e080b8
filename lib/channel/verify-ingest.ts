import type { Context, Tools } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { randomToken, sha256, unseal } from "../platform/secrets";
import { spendRequest } from "./ingest-rate";
import { CONNECTION_PREFIX, KEY_PREFIX } from "./model";
import { verifySignature } from "./signature";
import { activeConnection, liveKey, type SignedConnection, touchKey, touchSecret } from "./store";

/** Who sends: its context, and the system behind the channel as shown on tickets. */
export type Caller = { ctx: Context; source: string };

/** The use of a key or secret is noted at most this often, milliseconds: not one write a request. */
const TOUCH_MS = 60_000;

/** Stands for the secret of a connection that does not exist, so that refusing takes as long. */
const NOBODY = `whsec_${randomToken()}`;

/**
 * Who sends these bytes: a connection that has signed them, or the holder of an API key.
 * The connection is named by the header `x-deskhand-connection`, or by `named` (of the URL).
 *
 * @throws `unauthenticated`, in the same words for every cause; `rate_limited` where it sends more
 *   than its share
 */
export async function verifyIngest(
  tools: Tools,
  headers: Headers,
  named: string | null,
  body: Uint8Array,
): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  const caller = bearer
    ? await byKey(tools, bearer)
    : await bySignature(tools, headers, named, body);
  if (!caller) throw new AppError("unauthenticated", "The signature or key is not valid.");
  const { actor } = caller.ctx;
  if (actor.type === "connection") {
    spendRequest(actor.connectionId, tools.env.INGEST_PER_MINUTE, tools.now());
  }
  return caller;
}

async function byKey(tools: Tools, key: string): Promise<Caller | null> {
  if (!key.startsWith(KEY_PREFIX)) return null;
  const now = tools.now();
  const found = await liveKey(tools.db, sha256(key), now);
  if (!found) return null;
  const since = new Date(now.getTime() - TOUCH_MS);
  if (!found.lastUsedAt || found.lastUsedAt < since) {
    await touchKey(tools.db, found.id, now, since);
  }
  return callerOf(tools, found.connectionId, found.scopes, found.source);
}

async function bySignature(
  tools: Tools,
  headers: Headers,
  named: string | null,
  body: Uint8Array,
): Promise<Caller | null> {
  const name = headers.get("x-deskhand-connection") ?? named;
  const id = headers.get("webhook-id");
  const timestamp = headers.get("webhook-timestamp");
  const signature = headers.get("webhook-signature");
  if (!name || !id || !timestamp || !signature) return null;
  const at = tools.now();
  const since = new Date(at.getTime() - TOUCH_MS);
  const connection = await connectionNamed(tools, name, { at, since });
  const signs = (sealed: string | null): boolean => {
    const secret = open(tools, sealed);
    return verifySignature(secret ?? NOBODY, { id, timestamp, signature }, body, at) && !!secret;
  };
  const { sealed = null, oldSealed = null, due, oldDue } = connection ?? {};
  const secrets = [
    { which: "newest", sealed, due },
    { which: "old", sealed: oldSealed, due: oldDue },
  ] as const;
  // Both in every case: refusing takes as long with one secret as with two.
  const [used] = secrets.filter((secret) => signs(secret.sealed));
  if (!connection || !used?.sealed) return null;
  const { which, sealed: by } = used;
  if (used.due) await touchSecret(tools.db, { id: connection.id, which, by }, { at, since });
  return callerOf(tools, connection.id, ["ingest"], connection.source);
}

async function connectionNamed(
  { db }: Tools,
  name: string,
  { at, since }: { at: Date; since: Date },
): Promise<SignedConnection | null> {
  if (name.includes("\0")) return null; // Postgres has no such text
  const id = fromPublicId(CONNECTION_PREFIX, name);
  return activeConnection(db, id ? { id } : { name: name.slice(0, 255) }, at, since);
}

/** Null when the desk's own secret has changed: then nobody can sign for this connection. */
function open({ env }: Tools, sealed: string | null): string | null {
  if (sealed === null) return null;
  try {
    return unseal(env.NEXTAUTH_SECRET, sealed);
  } catch {
    return null;
  }
}

function callerOf(
  tools: Tools,
  connectionId: string,
  scopes: readonly string[],
  source: string,
): Caller {
  return { ctx: { ...tools, actor: { type: "connection", connectionId, scopes } }, source };
}
