/** `/config.json`, put beside the pages by whoever deploys them. */
export interface Config {
  issuer: string;
  clientId: string;
  /** What stands before every path of the API; empty where pages and API share one origin. */
  api: string;
  /** What stands before the name of each role in a token; `bagalau:` where the file does not say. */
  rolePrefix?: string;
}

export function rolePrefix(config: Config): string {
  return config.rolePrefix ?? 'bagalau:';
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
