/** The browser for tests, without installing anything; null when there is none. */
export function findBrowser(): string | null;
/** Finds a browser, or installs one. @throws {Error} that says what to install */
export function browser(): Promise<string>;
