/**
 * Connections to other systems, their keys, and where replies go. In: keys, signatures, tickets.
 * Out: who is calling, and the destination of a reply or the reason why there is none.
 */

export { createApiKey, revokeApiKey, rotateApiKey } from "./api-keys";
export { changeConnection } from "./change-connection";
export { conversationToken, isConversationToken } from "./conversation-token";
export { createConnection } from "./create-connection";
export { type Destination, destinationOf, replySecrets } from "./destination";
export { ensureCliConnection } from "./ensure-cli-connection";
export { connectionName } from "./name-store";
export { endOldSecret, rotateSecret } from "./rotate-secret";
export { verifyIngest } from "./verify-ingest";
