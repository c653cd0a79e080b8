import { z } from "zod";

const flag = z
  .enum(["on", "off", "true", "false", "1", "0", ""])
  .transform((word) => word === "on" || word === "true" || word === "1");

const blankAsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema.optional());

const Env = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Where people reach the desk; default http://HOST:PORT. Links in mail use it. */
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  /** Unset: the embedded database in DATA_DIR. */
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATA_DIR: z.string().min(1).default("./.data"),
  /** `off`: a new desk starts empty. */
  DEMO: z.preprocess(blankAsUnset, flag.default(true)),
  /** Signs sessions and seals stored secrets. Made and kept in DATA_DIR on the embedded database. */
  NEXTAUTH_SECRET: z.string().min(32, "at least 32 characters (openssl rand -base64 32)"),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(z.email()),
  /** `off`: this process only serves; run `npm run worker` beside it. */
  WORKERS: z.preprocess(blankAsUnset, flag.default(true)),
  /** What Prometheus sends as `Authorization: Bearer …` to read /api/metrics. Unset: there is none. */
  METRICS_TOKEN: optional(z.string().min(16, "at least 16 characters (openssl rand -hex 16)")),
  /** Where `npm run worker` offers health and metrics; unset: nowhere. */
  WORKER_PORT: optional(z.coerce.number().int().min(1).max(65_535)),
  /** Requests of one connection in a minute, to each process; more at once are refused with 429. */
  INGEST_PER_MINUTE: z.preprocess(
    blankAsUnset,
    z.coerce.number().int().min(1).max(10_000_000).default(60_000),
  ),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  /** Trust X-Forwarded-For of this many proxies in front. 0: ignore the header. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Hosts in private networks that webhooks may reach, e.g. `10.0.0.5,crm.internal`. */
  WEBHOOK_ALLOW_PRIVATE: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
});
export type Env = z.output<typeof Env>;

let parsed: Env | undefined;

/**
 * The process's settings, read once. The only place that sees `process.env`.
 *
 * @throws {Error} naming each bad setting and what it must be
 */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** How much the log says, also while another setting is bad. */
export function logLevel(): Env["LOG_LEVEL"] {
  return Env.shape.LOG_LEVEL.catch("info").parse(process.env.LOG_LEVEL);
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = Env.safeParse(source);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Bad settings. ${faults.join("; ")}. See .env.example.`);
}

/** Where people reach the desk, without a trailing slash. */
export function publicUrl(settings: Env): string {
  return (settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`).replace(/\/+$/, "");
}
