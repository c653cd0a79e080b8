import { redirect } from "next/navigation";
import { signedIn } from "@/app/signed-in";
import { countQueues } from "@/lib/inbox";

/** Where a day begins: one's own tickets, or everybody's when there are none. */
export default async function Home() {
  const { mine } = await countQueues(await signedIn());
  redirect(mine > 0 ? "/queue/mine" : "/queue/open");
}
