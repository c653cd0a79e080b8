import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { chance, pick } from "./chance";

/** One attempt of a worker to hand a mail over. Times in milliseconds. */
export type MailTry = {
  to: string;
  messageId: string | null;
  began: number;
  ended: number | null;
  /** `accepted`: answered 250; `refused`: answered 4xx; `lost`: never answered. */
  outcome: "accepted" | "refused" | "lost" | null;
  /** The whole message was read: without an answer nobody knows whether it has arrived. */
  read: boolean;
  /** What the server was told to do to it. */
  fault: Fault;
};

const FAULTS = [
  ["refuse recipient", 0.07],
  ["refuse message", 0.05],
  ["drop after data", 0.03],
  ["drop before data", 0.03],
  ["hang", 0.03],
  ["slow", 0.15],
] as const;
type Fault = (typeof FAULTS)[number][0] | "none";

/** Tries of a mail that may go wrong; later ones succeed, so that it comes to an end. */
const FAULTY_TRIES = 2;
/** How long a server that hangs is silent before it breaks the connection, milliseconds. */
const HANG_MS = 12_000;
/** A slow one answers after this: time in which a worker can be killed. */
const SLOW_MS = 700;

/** A mail server that records every try, and misbehaves by chance at the first ones. */
export async function startMail(seed: number) {
  const tries: MailTry[] = [];
  const sockets = new Set<Socket>();
  const open = new Map<string, MailTry>();
  const end = (one: MailTry, outcome: NonNullable<MailTry["outcome"]>) => {
    one.outcome ??= outcome;
    one.ended ??= Date.now();
  };
  const begin = (session: SMTPServerSession, to: string): MailTry => {
    const nth = tries.filter((one) => one.to === to).length;
    const fault = nth < FAULTY_TRIES ? pick(chance(seed, "mail", to, nth), FAULTS, "none") : "none";
    const one: MailTry = {
      ...{ to, messageId: null, began: Date.now(), ended: null, outcome: null },
      ...{ read: false, fault },
    };
    tries.push(one);
    open.set(session.id, one);
    return one;
  };
  const cut = (session: SMTPServerSession) => {
    for (const socket of sockets) {
      if (socket.remotePort === session.remotePort) socket.destroy();
    }
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, session, done) {
      const one = begin(session, address.toLowerCase());
      if (one.fault !== "refuse recipient") return done();
      end(one, "refused");
      done(later());
    },
    onData(stream, session, done) {
      const one = open.get(session.id);
      if (!one) return done(new Error("a message without a recipient"));
      if (one.fault === "drop before data") return cut(session);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        one.read = true;
        one.messageId = messageIdOf(Buffer.concat(chunks).toString("utf8"));
        answer(one, session, done);
      });
    },
    onClose(session) {
      const one = open.get(session.id);
      if (one) end(one, "lost");
      open.delete(session.id);
    },
  });
  const answer = (one: MailTry, session: SMTPServerSession, done: (error?: Error) => void) => {
    const accept = () => {
      end(one, "accepted");
      done();
    };
    if (one.fault === "refuse message") {
      end(one, "refused");
      return done(later());
    }
    if (one.fault === "drop after data") return cut(session);
    if (one.fault === "slow") return void setTimeout(accept, SLOW_MS);
    if (one.fault !== "hang") return accept();
    setTimeout(() => cut(session), HANG_MS);
  };
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("error", () => undefined); // connections of workers that were killed
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo; // it listens on TCP
  return {
    url: `smtp://127.0.0.1:${port}`,
    tries,
    /** Mails that are being handed over at this moment. */
    busy: () => tries.filter((one) => one.ended === null).length,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const later = () => Object.assign(new Error("Greylisted, try later"), { responseCode: 451 });

const messageIdOf = (raw: string): string | null =>
  /^Message-ID:\s*(<[^>]*>)/im.exec(raw)?.[1] ?? null;
