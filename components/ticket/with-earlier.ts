import type { MessageView } from "@/lib/inbox/model";

/**
 * The messages that the desk shows, with what was read before them: what a new message pushes out of
 * the newest ones stays. Nothing is put before them when something in between was never read.
 *
 * @param read all that was read so far, oldest first
 * @param newest what the desk shows now, oldest first
 */
export function withEarlier(read: readonly MessageView[], newest: MessageView[]): MessageView[] {
  const at = read.findIndex(({ id }) => id === newest[0]?.id);
  return at > 0 ? [...read.slice(0, at), ...newest] : newest;
}
