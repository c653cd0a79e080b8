import { safeFetch } from "../platform/safe-fetch";

/** Characters of the answer that are kept. */
const KEPT = 1_000;

export type PostResult =
  | { kind: "answered"; status: number; body: string; retryAfter?: string }
  /** The address may not be called. */
  | { kind: "refused"; error: string }
  /** No answer: name, connection or time. */
  | { kind: "unreachable"; error: string };

type Post = {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Hosts that may be private, lower case. */
  allowPrivate: readonly string[];
  timeoutMs?: number;
};

const REFUSED = {
  scheme: "The reply URL is no http or https address.",
  private: "The reply URL leads into a private network, which is not allowed.",
} as const;

/** Posts to a URL that somebody outside has chosen, as `safeFetch` does. */
export async function postJson(post: Post): Promise<PostResult> {
  const answer = await safeFetch({ ...post, method: "POST" });
  if (answer.kind === "refused") return { kind: "refused", error: REFUSED[answer.error] };
  return answer.kind === "answered" ? { ...answer, body: answer.body.slice(0, KEPT) } : answer;
}
