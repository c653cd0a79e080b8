/**
 * Facts of the connection that routes can't see. Both headers are set here whatever the client
 * sent, so they can be trusted.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {number} trustedProxies how many of our own proxies are in front
 */
export function tellWhoAsks(request, trustedProxies) {
  request.headers["x-deskhand-peer"] = request.socket.remoteAddress ?? "";
  request.headers["x-deskhand-path"] = request.url ?? "/";
  if (trustedProxies === 0) {
    delete request.headers["x-forwarded-host"];
    delete request.headers["x-forwarded-proto"];
  }
}

/**
 * False for addresses with broken escapes, on which Next would fail with a 500.
 *
 * @param {string | undefined} url
 */
export function readable(url) {
  try {
    decodeURIComponent(url ?? "/");
    return true;
  } catch {
    return false;
  }
}
