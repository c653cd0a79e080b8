"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { setAddress } from "./address";
import { useKey } from "./keys";

/** Lists and tickets share a page: no way to the server is needed between them. */
export const staysHere = (from: string, to: string): boolean =>
  from.startsWith("/queue/") && to.startsWith("/queue/");

/** Goes somewhere in the desk, at once where the page stays. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      if (staysHere(location.pathname, href)) setAddress(href, "push");
      else router.push(href);
    },
    [router],
  );
}

/** G and another key lead to the main places. */
export function GoKeys(): null {
  const go = useGo();
  useKey("g i", () => go("/queue/mine"));
  useKey("g r", () => go("/review"));
  useKey("g m", () => go("/queue/mentions"));
  useKey("g s", () => go("/queue/snoozed"));
  useKey("g k", () => go("/articles"));
  useKey("g c", () => go("/customers"));
  return null;
}
