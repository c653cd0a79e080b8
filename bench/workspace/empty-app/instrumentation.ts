/** Nothing. Without a file of its own, the build would look further up and take the desk's. */
export function register(): void {}
