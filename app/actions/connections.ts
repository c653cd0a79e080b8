"use server";

import {
  changeConnection,
  createApiKey,
  createConnection,
  endOldSecret,
  revokeApiKey,
  rotateApiKey,
  rotateSecret,
} from "@/lib/channel";
import {
  ApiKeyRef,
  ConnectionChange,
  ConnectionRef,
  KeyRotation,
  NewApiKey,
  NewConnection,
  SecretRotation,
} from "@/lib/channel/model";
import { action } from "@/lib/platform/action";

export const createConnectionAction = action(NewConnection, createConnection);
export const changeConnectionAction = action(ConnectionChange, changeConnection);
export const rotateSecretAction = action(SecretRotation, rotateSecret);
export const endOldSecretAction = action(ConnectionRef, endOldSecret);
export const createApiKeyAction = action(NewApiKey, createApiKey);
export const rotateApiKeyAction = action(KeyRotation, rotateApiKey);
export const revokeApiKeyAction = action(ApiKeyRef, revokeApiKey);
