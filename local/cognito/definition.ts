/** A user pool as its template declares it. */
export interface PoolDefinition {
  /** For instance `eu-north-1_AbCdEfGhI`. */
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** People sign in with their e-mail address; their username is then made by Cognito and equals `sub`. */
  readonly signInByEmail: boolean;
  readonly caseSensitive: boolean;
  /** Attributes beside the standard ones are `custom:…`. */
  readonly customAttributes: readonly string[];
  readonly requiredAttributes: readonly string[];
  readonly passwordPolicy: PasswordPolicy;
}

/** `PasswordPolicy` of AWS::Cognito::UserPool. */
export interface PasswordPolicy {
  readonly MinimumLength: number;
  readonly RequireLowercase: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireSymbols: boolean;
  readonly RequireUppercase: boolean;
  readonly TemporaryPasswordValidityDays: number;
}

/** An app client; all are public, that is without a secret. */
export interface ClientDefinition {
  readonly id: string;
  readonly name: string;
  readonly poolId: string;
  /** The hosted sign-in page and the token endpoint serve this client. */
  readonly oauth: boolean;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly scopes: readonly string[];
  /** For instance `ALLOW_USER_PASSWORD_AUTH`. */
  readonly authFlows: readonly string[];
  /** A sign-in does not tell whether the user exists. */
  readonly preventUserExistenceErrors: boolean;
  /** What id tokens and userInfo may show; absent: the standard attributes. */
  readonly readAttributes?: readonly string[] | undefined;
  readonly lifetimes: TokenLifetimes;
}

/** In seconds. */
export interface TokenLifetimes {
  readonly access: number;
  readonly id: number;
  readonly refresh: number;
}

/** A group as its template or CreateGroup gives it. */
export interface GroupDefinition {
  readonly name: string;
  readonly description?: string | undefined;
  /** Groups are listed by it, lowest first. */
  readonly precedence?: number | undefined;
}

/** Scopes that every pool has; resource servers add `<identifier>/<scope>`. */
export const standardScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

/**
 * "Working with user attributes", "Standard attributes", and the two that Cognito keeps beside them:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
export const standardAttributes = [
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
];
