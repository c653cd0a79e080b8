/** Cookie that remembers the panes, so that the server draws them where they were. */
export const PANES_COOKIE = "deskhand-panes";

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** Narrowest and widest, in pixels. */
export const LIMITS = { list: [240, 640], details: [240, 480] } as const;
