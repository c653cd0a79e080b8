import { randomBytes } from "node:crypto";

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
 * False for addresses with broken escapes, on which Next would fail with a 500, and for those with a
 * NUL, on which the database would.
 *
 * @param {string | undefined} url
 */
export function readable(url) {
  try {
    return !decodeURIComponent(url ?? "/").includes("\0");
  } catch {
    return false;
  }
}

const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
];

/**
 * Lets only our own scripts run, and pages talk to nobody but the desk. Next finds the nonce of its
 * inline scripts in the request's policy, whatever the client sent; ours finds it beside it.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function guardScripts(request, response) {
  const nonce = randomBytes(16).toString("base64");
  const policy = [...POLICY, `script-src 'self' 'nonce-${nonce}'`].join("; ");
  request.headers["content-security-policy"] = policy;
  request.headers["x-deskhand-nonce"] = nonce;
  delete request.headers["content-security-policy-report-only"];
  response.setHeader("content-security-policy", policy);
}
