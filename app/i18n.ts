import { headers } from "next/headers";
import { cache } from "react";
import type { T } from "@/components/i18n/catalogue";
import { english } from "@/components/i18n/english";
import { german } from "@/components/i18n/german";
import { preferredLocale } from "@/components/i18n/preferred";
import type { Locale } from "@/lib/person/model";
import { sessionOnce } from "./signed-in";

const WORDS: Record<Locale, T> = { en: english, de: german };

/** The language of whoever looks: their own choice, else the browser's, else English. */
export const getLocale = cache(async (): Promise<Locale> => {
  const asked = (await headers()).get("accept-language"); // first: a build has none, and stops here
  return (await chosen()) ?? preferredLocale(asked);
});

/** The words of a page that the server makes. */
export const getT = async (): Promise<T> => WORDS[await getLocale()];

/** Null also when the desk can't be asked: the page below then says why, in the browser's language. */
async function chosen(): Promise<Locale | null> {
  const ctx = await sessionOnce().catch(() => null);
  return (ctx?.actor.type === "person" && ctx.actor.locale) || null;
}
