/** What somebody typed as a full address; null when it is none that the desk lets through. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text
    : /^[^\s@/]+@[^\s@/]+$/.test(text)
      ? `mailto:${text}`
      : `https://${text}`;
  const url = text !== "" && !/\s/.test(text) && URL.canParse(full) ? new URL(full) : null;
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (url.protocol === "mailto:") return full;
  const web = url.protocol === "http:" || url.protocol === "https:";
  return web && url.hostname.includes(".") ? full : null;
}
