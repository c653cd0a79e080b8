import { redirect } from "next/navigation";
import { cache } from "react";
import { signedIn, wantedPath } from "@/app/signed-in";
import { AppError } from "@/lib/platform/errors";
import { findTicket } from "@/lib/search";

/**
 * A number, and the address of a merged ticket, lead to the ticket that is meant. Asked once per
 * request.
 *
 * @throws `not_found`
 */
export const goToMeant = cache(async (queue: string, ref: string): Promise<void> => {
  const found = await findTicket(await signedIn(), { ref });
  if (found.id === ref) return;
  redirect(`/queue/${queue}/${found.id}${found.was === null ? "" : `?was=${found.was}`}`);
});

/**
 * The same for the address that was asked for, before anything of the answer is sent. Later on, the
 * browser would be told to load the other page in a second, and would drop what is done meanwhile.
 */
export async function leadOn(): Promise<void> {
  const [, queue, ref] = /^\/queue\/(\w+)\/(\w+)(?:$|\?)/.exec(await wantedPath()) ?? [];
  if (!queue || !ref) return;
  await goToMeant(queue, ref).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return; // the page says so
    throw error;
  });
}
