import { createContext, useContext } from "react";

/** The ticket whose reply is written in the field; null where a model has no part. */
const AssistPlace = createContext<string | null>(null);

export const AssistPlaceProvider = AssistPlace.Provider;

export const useAssistPlace = (): string | null => useContext(AssistPlace);
