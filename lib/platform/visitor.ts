import type { Context, Tools } from "./context";

/**
 * The context of somebody who has not signed in. A connection without a scope may do nothing that
 * asks for a permission, so a verb called with it by mistake refuses.
 */
export function visitor(tools: Tools): Context {
  return { ...tools, actor: { type: "connection", connectionId: "visitor", scopes: [] } };
}
