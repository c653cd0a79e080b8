import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/components/desk/queries";

/** Looking and typing is told to nobody: it would wake every browser. Those who look ask. */
const EVERY_MS = 8_000;

let askers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Asks anew for as long as anybody shows the answer: once, however many rows do. @returns the end */
export function keepAsking(client: QueryClient): () => void {
  askers += 1;
  timer ??= setInterval(() => {
    if (!document.hidden) void client.invalidateQueries({ queryKey: keys.presence });
  }, EVERY_MS);
  return () => {
    askers -= 1;
    if (askers > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
