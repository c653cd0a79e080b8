import postgres from "postgres";

const RETRY_MS = 500;
/** A line that was cut without a word, by a router or a moved server, is noticed after this. */
const PING_MS = 15_000;
const PATIENCE_MS = 5_000;

type Heard = (payload: string) => void;

/** Of the driver, but not in its types: what a NOTIFY and a closed connection call. */
type Hooks = { onnotify: (channel: string, payload: string) => void; onclose: () => void };

/**
 * Listens on a connection of its own, and again whenever that is lost, for as long as it takes: the
 * driver's own `listen` gives up when the server is still away at its first new try.
 *
 * @param again called after each new beginning, for what was told meanwhile is lost
 * @returns when it listens, the way to stop
 * @throws when the server can't be reached at the start
 */
export async function keepListening(
  url: string,
  channel: string,
  heard: Heard,
  again: () => void,
): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let wanted = false;
  const hooks: Hooks = {
    onnotify: (name, payload) => {
      if (name === channel) heard(payload);
    },
    onclose: () => later(RETRY_MS),
  };
  let line = open(url, hooks);
  const begin = () => line`listen ${line(channel)}`.simple();
  const later = (ms: number) => {
    clearTimeout(timer);
    if (!stopped && wanted) timer = setTimeout(() => void tend(), ms);
  };
  /** Begins anew where the connection is new; on an old one it only shows that it lives. */
  const tend = async () => {
    const lost = !(await within(stillListens(line, channel)));
    if (lost && !stopped) {
      void line.end({ timeout: 0 }).catch(() => undefined);
      line = open(url, hooks);
      const there = await within(begin().then(() => true));
      if (!there) return later(RETRY_MS);
      again();
    }
    later(PING_MS);
  };
  try {
    await begin();
  } catch (error) {
    await line.end({ timeout: 0 });
    throw error;
  }
  wanted = true;
  later(PING_MS);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await line.end({ timeout: 1 });
  };
}

const open = (url: string, hooks: Hooks) =>
  postgres(url, {
    max: 1,
    idle_timeout: 0, // never: it waits for others to speak
    max_lifetime: null,
    connect_timeout: PATIENCE_MS / 1000,
    backoff: () => RETRY_MS / 1000,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: "deskhand-live" },
    ...hooks,
  } as postgres.Options<Record<string, never>>); // `onnotify` is not in the types

async function stillListens(line: postgres.Sql, channel: string): Promise<boolean> {
  const rows = await line`select 1 from pg_listening_channels() as at where at = ${channel}`;
  return rows.length === 1;
}

/** False when it fails or takes too long. */
async function within(work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  return Promise.race([work.catch(() => false), late]).finally(() => clearTimeout(timer));
}
