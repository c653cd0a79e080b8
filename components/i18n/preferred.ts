import { LOCALES, type Locale } from "@/lib/person/model";

/** The language of ours that a browser likes best: `de-AT,en;q=0.8` → de. English when it names none. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? "").split(",").map((wish) => {
    const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
    return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const liked = wishes
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => LOCALES.find((locale) => locale === language));
  return liked.find((locale) => locale !== undefined) ?? "en";
}
