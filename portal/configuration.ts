/** Where this deployment has its API and its sign-in, as `/config.json` says. */
export interface Configuration {
  /** The path of the API on the portal's own origin. */
  readonly api: string;
  readonly applicants: SignInClient;
  readonly officials: SignInClient;
}

/** A client of an OpenID Connect issuer. */
export interface SignInClient {
  readonly issuer: string;
  readonly clientId: string;
}

export async function loadConfiguration(): Promise<Configuration> {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`no configuration: ${response.status}`);
  return response.json();
}
