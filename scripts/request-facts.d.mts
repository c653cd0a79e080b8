export function tellWhoAsks(
  request: {
    url?: string;
    headers: Record<string, string | string[] | undefined>;
    socket: { remoteAddress?: string };
  },
  trustedProxies: number,
): void;
export function readable(url: string | undefined): boolean;
export function guardScripts(
  request: { headers: Record<string, string | string[] | undefined> },
  response: { setHeader(name: string, value: string): unknown },
): void;
