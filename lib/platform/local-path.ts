/**
 * Where to go after sign-in: a path of this desk, or `/` for anything else. Browsers read
 * `//host` and `/\host` as another site, and drop tabs and line breaks before they look.
 */
export function localPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2_000 || hasControls(wanted)) return "/";
  if (!wanted.startsWith("/") || /^\/[/\\]/.test(wanted)) return "/";
  const base = "http://desk.invalid";
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  // Resolved: dots can leave two slashes at the front, which again name another site.
  const clean = url?.origin === base ? url.pathname + url.search + url.hash : "/";
  return clean.startsWith("//") ? "/" : clean;
}

const hasControls = (text: string) =>
  [...text].some((letter) => letter < " " || letter === "\u007f");
