/** The database takes only probabilities; what is none counts as no confidence at all. */
export const probability = (value: number): number => (value >= 0 && value <= 1 ? value + 0 : 0);
