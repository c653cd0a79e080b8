import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";

export const OUTCOMES = ["created", "joined", "noted", "moved", "duplicate"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A line of the file that the desk has taken. */
export type Done = { line: number; outcome: Outcome; ticketId: string };

/** Counts the lines of a file and takes its fingerprint, in one pass. */
export async function measure(file: string): Promise<{ lines: number; hash: string }> {
  const hash = createHash("sha256");
  let lines = 0;
  let last = 10;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (const byte of chunk) if (byte === 10) lines++;
    last = chunk.at(-1) ?? last;
  }
  return { lines: lines + (last === 10 ? 0 : 1), hash: hash.digest("hex") };
}

/**
 * What was taken so far, one line of JSON each, so that a run that was stopped goes on where it
 * was. Losing it does no harm: the desk knows every `external_id`.
 */
export class Journal {
  readonly done = new Map<number, Done>();
  readonly #file: string;
  readonly #handle: number;

  /** @param words what makes a run the same run: file, desk, connection */
  constructor(folder: string, words: readonly string[], restart: boolean) {
    const name = createHash("sha256").update(words.join("\n")).digest("hex").slice(0, 24);
    mkdirSync(folder, { recursive: true });
    this.#file = path.join(folder, `ingest-${name}.jsonl`);
    if (restart) rmSync(this.#file, { force: true });
    if (existsSync(this.#file)) this.#load();
    this.#handle = openSync(this.#file, "a", 0o600);
  }

  #load(): void {
    for (const text of readFileSync(this.#file, "utf8").split("\n")) {
      try {
        const entry = JSON.parse(text) as Done; // written by `add`
        this.done.set(entry.line, entry);
      } catch {
        // the end of a file whose writer was killed, or the empty line after the last
      }
    }
  }

  add(entry: Done): void {
    this.done.set(entry.line, entry);
    writeSync(this.#handle, `${JSON.stringify(entry)}\n`);
  }

  /** Everything is posted: the next run begins anew, and finds duplicates. */
  finish(): void {
    closeSync(this.#handle);
    rmSync(this.#file, { force: true });
  }
}
