/** Work that is due and nobody takes for so long means that nobody works, seconds. */
export const NOBODY_WORKS_SECONDS = 60;
