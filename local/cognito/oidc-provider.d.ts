/** As much of oidc-provider's interface as the user pools use; the package has no types of its own. */
declare module 'oidc-provider' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage, ServerResponse } from 'node:http';

  /** The context of Koa, on which oidc-provider is built. */
  export interface Context {
    readonly req: IncomingMessage;
    readonly res: ServerResponse;
    readonly cookies: { set(name: string, value: null, options?: object): void };
    readonly oidc?: OidcContext;
    status: number;
    type: string;
    body: unknown;
  }

  export interface OidcContext {
    readonly route: string;
    readonly provider: Provider;
    readonly client: Client;
    readonly params: { readonly scope?: string };
    readonly session: { readonly accountId: string };
    readonly account?: { readonly accountId: string };
    readonly accessToken?: { readonly scope: string };
    readonly authorizationCode?: GrantSource;
    readonly refreshToken?: GrantSource;
  }

  /** What tokens are issued for: an authorization code or a refresh token. */
  export interface GrantSource {
    readonly accountId: string;
    readonly clientId: string;
    readonly grantId: string;
    readonly scope: string;
    /** Seconds since the epoch. */
    readonly authTime: number;
    readonly nonce?: string;
    readonly isValid: boolean;
  }

  export interface Client {
    readonly clientId: string;
  }

  export interface Interaction {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: {
      readonly redirect_uri: string;
      readonly ui_locales?: string;
      readonly login_hint?: string;
    };
  }

  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface AdapterPayload {
    readonly grantId?: string;
    readonly uid?: string;
    consumed?: number;
  }

  interface Saved {
    save(): Promise<string>;
  }

  export const errors: { SessionNotFound: new () => Error };

  export const interactionPolicy: {
    base(): Policy;
    Check: new (
      reason: string,
      description: string,
      error: string,
      needed: (context: Context) => boolean,
    ) => object;
  };

  export interface Policy {
    get(prompt: 'login'): { readonly checks: { add(check: object): void; remove(reason: string): void } };
    remove(prompt: 'consent'): void;
  }

  export default class Provider extends EventEmitter {
    constructor(issuer: string, configuration: object);
    readonly Client: { find(id: string): Promise<Client | undefined> };
    readonly Grant: new (given: {
      accountId: string;
      clientId: string;
    }) => Saved & {
      addOIDCScope(scope: string): void;
    };
    readonly RefreshToken: {
      new (given: {
        accountId: string;
        client: Client;
        grantId: string;
        gty: string;
        scope: string;
        authTime: number;
      }): Saved;
      find(value: string): Promise<GrantSource | undefined>;
    };
    readonly Session: {
      get(context: Context): Promise<{ destroy(): Promise<void>; readonly accountId?: string }>;
    };
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    createContext(request: IncomingMessage, response: ServerResponse): Context;
    cookieName(type: 'session' | 'interaction' | 'resume'): string;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { login: { accountId: string } },
    ): Promise<void>;
  }
}
