/** Plans of accounts, the smallest first. */
export const TIERS = ["free", "trial", "starter", "business", "enterprise"] as const;
export type Tier = (typeof TIERS)[number];
