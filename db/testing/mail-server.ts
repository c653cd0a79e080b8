import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** What the server answers at one step: nothing means yes. */
type Answers = {
  rcpt?: number;
  /** After the whole message has been read. */
  data?: number;
  /** `data`: breaks the connection instead of answering the message; `early`: before it is read. */
  drop?: "data" | "early";
};

export type MailServer = {
  url: string;
  /** Raw mails that were accepted. */
  accepted: string[];
  /** Raw mails that were read to the end, accepted or not. */
  read: string[];
  /** Addresses of `RCPT TO`, of all connections. */
  recipients: string[];
  /** From now on. */
  answer: (answers: Answers) => void;
  /** Breaks all connections, now. */
  drop: () => Promise<void>;
  close: () => Promise<void>;
};

/** A real mail server on a free port, that behaves as told. */
export async function mailServer(): Promise<MailServer> {
  const accepted: string[] = [];
  const read: string[] = [];
  const recipients: string[] = [];
  const sockets = new Set<Socket>();
  let answers: Answers = {};
  const refusal = (code: number) =>
    Object.assign(new Error(code < 500 ? "Greylisted, try later" : "No such user"), {
      responseCode: code,
    });
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(address, _session, done) {
      recipients.push(address.address);
      done(answers.rcpt ? refusal(answers.rcpt) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      if (answers.drop === "early") drop();
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        read.push(raw);
        if (answers.drop) return drop();
        if (answers.data) return done(refusal(answers.data));
        accepted.push(raw);
        done(null);
      });
    },
  });
  server.server.on("connection", (socket: Socket) => sockets.add(socket));
  server.on("error", () => undefined); // broken connections are what some tests ask for
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    accepted,
    read,
    recipients,
    answer: (next) => {
      answers = next;
    },
    async drop() {
      drop();
      await Promise.all([...sockets].map((socket) => socket.closed || once(socket, "close")));
      // The other end is in this process: it hears of it in one of the next turns.
      for (let turn = 0; turn < 10; turn++) await new Promise((done) => setImmediate(done));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
