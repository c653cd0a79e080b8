import type { T } from "@/components/i18n/catalogue";

/** In the order of looking: browsers name those that they descend from, too. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b|\biPad\b/, "iOS"],
  [/\bMac OS X\b/, "macOS"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser calls itself, for people: "Firefox on Linux". */
export function browserWords(userAgent: string | null, t: T): string {
  const named = (list: readonly [RegExp, string][]) =>
    list.find(([mark]) => mark.test(userAgent ?? ""))?.[1];
  const browser = named(BROWSERS) ?? t("A browser");
  const system = named(SYSTEMS);
  return system ? t("{{browser}} on {{system}}", { browser, system }) : browser;
}
