export function loadDotEnv(root: string): void;
export function ensureSecret(): void;
