import { Readable } from "node:stream";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { oneLine, type Sent } from "./model";

/** Longest wait for the connection and the greeting. */
const CONNECT_MS = 10_000;
/** For everything before the message. */
const PREPARE_MS = 30_000;
/** From the first byte of the message to the server's answer: servers look for spam meanwhile. */
const DATA_MS = 120_000; // must be below LEASE_MS.smtp

type Envelope = { from: string; to: string; raw: string };

/** What a failed step of SMTP tells. */
type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

/**
 * Hands one mail to the mail server.
 *
 * `beforeData` runs when the server is ready for the message and before its first byte leaves: until
 * it has said yes, nothing was handed over, and any failure is known to be one. After it, a lost
 * connection means that nobody knows.
 *
 * @param beforeData false: somebody else sends this mail
 */
export async function sendMail(
  smtpUrl: string,
  mail: Envelope,
  beforeData: () => Promise<boolean>,
): Promise<Sent> {
  const { auth, ...options } = parseConnectionUrl(smtpUrl);
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: DATA_MS,
    socketCloseTimeout: 0,
  });
  const handover = { asked: Promise.resolve(true), begun: false, taken: false };
  const limit = new AbortController();
  let timer = setTimeout(() => limit.abort(), PREPARE_MS);
  const raw: Readable = handedOver(mail.raw, async () => {
    handover.asked = beforeData();
    handover.taken = !(await handover.asked);
    if (handover.taken || raw.destroyed) return false; // destroyed: the connection broke meanwhile
    handover.begun = true;
    clearTimeout(timer);
    timer = setTimeout(() => limit.abort(), DATA_MS);
    return true;
  });
  try {
    const response = await conversation(connection, auth, mail, raw, limit.signal);
    return { kind: "sent", response: { answer: oneLine(response) } };
  } catch (error) {
    await handover.asked.catch(() => undefined);
    return handover.taken ? { kind: "taken" } : failure(error as SmtpError, handover.begun);
  } finally {
    clearTimeout(timer);
    connection.close();
  }
}

/** A stream that asks before it gives its first byte. */
function handedOver(raw: string, mayBegin: () => Promise<boolean>): Readable {
  return Readable.from(
    (async function* () {
      if (!(await mayBegin())) throw new Error("taken");
      yield Buffer.from(raw, "utf8");
    })(),
    { objectMode: false },
  );
}

/** Greeting, sign-in where set, message. @returns the server's answer to the message */
function conversation(
  connection: SMTPConnection,
  auth: { user?: string; pass?: string } | undefined,
  { from, to }: Envelope,
  raw: Readable,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("No answer in time.")), { once: true });
    connection.once("error", reject);
    connection.on("error", () => undefined); // later ones come from closing
    const send = () =>
      connection.send({ from, to: [to] }, raw, (error, info) =>
        error ? reject(error) : resolve(info?.response ?? ""),
      );
    connection.connect((error) => {
      if (error) return reject(error);
      if (!auth) return send();
      connection.login({ credentials: auth, ...auth }, (refused) =>
        refused ? reject(refused) : send(),
      );
    });
  });
}

/** Commands whose refusal concerns this mail; other refusals concern the connection or its settings. */
const ABOUT_THE_MAIL = /^(MAIL FROM|RCPT TO|DATA)/;

function failure(error: SmtpError, begun: boolean): Sent {
  const words = oneLine(error.message);
  if (error.responseCode) {
    const permanent = error.responseCode >= 500 && ABOUT_THE_MAIL.test(error.command ?? "");
    return permanent
      ? { kind: "refused", error: `The mail server refused it: ${words}` }
      : { kind: "later", error: `The mail server did not take it: ${words}` };
  }
  if (begun) {
    return {
      kind: "unknown",
      error: `The connection broke while the mail was handed over: ${words}. It may have arrived.`,
    };
  }
  if (error.code === "EMESSAGE") return { kind: "refused", error: words }; // larger than it takes
  return { kind: "later", error: `The mail server can't be reached: ${words}`, unreachable: true };
}
