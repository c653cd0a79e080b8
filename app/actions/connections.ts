"use server";

import {
  changeConnection,
  createApiKey,
  createConnection,
  revokeApiKey,
  rotateApiKey,
  rotateSecret,
} from "@/lib/channel";
import {
  ApiKeyRef,
  ConnectionChange,
  ConnectionRef,
  NewApiKey,
  NewConnection,
} from "@/lib/channel/model";
import { action } from "@/lib/platform/action";

export const createConnectionAction = action(NewConnection, createConnection);
export const changeConnectionAction = action(ConnectionChange, changeConnection);
export const rotateSecretAction = action(ConnectionRef, rotateSecret);
export const createApiKeyAction = action(NewApiKey, createApiKey);
export const rotateApiKeyAction = action(ApiKeyRef, rotateApiKey);
export const revokeApiKeyAction = action(ApiKeyRef, revokeApiKey);
