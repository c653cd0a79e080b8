/**
 * Brings approved replies to customers, each once. In: `reply.approved`. Out: the message on its
 * channel, `reply.delivered` or `reply.failed`, and the ticket's next status. What leaves is stored
 * as it leaves; its id on the wire is the same at every try. People at the desk get their news here,
 * too: what happened to tickets that concern them.
 */
export { cancelDelivery, DeliveryInput, retryDelivery } from "./change-delivery";
export { deliverReply } from "./deliver-reply";
export { tellPeople } from "./tell-people";
