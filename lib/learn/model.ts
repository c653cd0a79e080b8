import { z } from "zod";
import { EngineSettings } from "../predictor/model";

export const SignalRef = z.object({ signalId: z.uuid() });
export type SignalRef = z.infer<typeof SignalRef>;

/** Other settings to try, and why. */
export const ShadowInput = z.object({
  settings: EngineSettings,
  note: z.string().trim().min(1, "Say what is tried.").max(500),
});
export type ShadowInput = z.input<typeof ShadowInput>;

export const ConfigRef = z.object({ number: z.number().int().positive() });
export type ConfigRef = z.infer<typeof ConfigRef>;

export const VersionRef = z.object({ number: z.number().int().positive() });
export type VersionRef = z.infer<typeof VersionRef>;
