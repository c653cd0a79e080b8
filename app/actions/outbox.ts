"use server";

import { cancelDelivery, DeliveryInput, retryDelivery } from "@/lib/deliver";
import { action } from "@/lib/platform/action";

export const retryDeliveryAction = action(DeliveryInput, retryDelivery);
export const cancelDeliveryAction = action(DeliveryInput, cancelDelivery);
