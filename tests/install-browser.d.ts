/** The path of a Chromium that can be started, or null. */
export function findBrowser(): string | null
