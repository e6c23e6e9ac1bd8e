/** `/config.json`, put beside the pages by whoever deploys them. */
export interface Config {
  issuer: string;
  clientId: string;
  /** What stands before every path of the API; empty where pages and API share one origin. */
  api: string;
}

/** The pages ask for the file in their head already, on a slow network a round trip earlier; the request must be the same as that one. */
export async function readConfig(): Promise<Config | null> {
  try {
    const response = await fetch('config.json');
    return response.ok ? ((await response.json()) as Config) : null;
  } catch {
    return null;
  }
}
