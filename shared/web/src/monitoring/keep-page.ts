const FILE = 'desk-offline.js';
const SCOPE = 'desk.html';
/** What the page is made of, beside the page itself. */
const PARTS = /\/assets\/[^/]+$/;

/** Has the browser keep this page, as far as it has come, so that it opens without a network; one that cannot goes on without. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  try {
    await navigator.serviceWorker.register(FILE, { scope: SCOPE });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage(
      filesOf(
        performance.getEntriesByType('resource').map(({ name }) => name),
        document.baseURI,
      ),
    );
  } catch {
    // The page itself is not needed for what was written down to be kept and sent.
  }
}

/** The addresses of the page's files among all that were loaded. */
export function filesOf(loaded: string[], page: string): string[] {
  const own = ['desk.html', 'config.json', 'favicon.svg'].map((name) => new URL(name, page).href);
  const parts = loaded.filter((address) => new URL(address).origin === new URL(page).origin && PARTS.test(address));
  return [...new Set([...own, ...parts])];
}
