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

/** Reads it, once more a little later where that fails: without it there is no portal. */
export async function loadConfiguration(): Promise<Configuration> {
  const read = async (): Promise<Configuration> => {
    const response = await fetch('/config.json');
    if (!response.ok) throw new Error(`no configuration: ${response.status}`);
    return response.json();
  };
  return read().catch(async () => {
    await new Promise((later) => setTimeout(later, 1000));
    return read();
  });
}
