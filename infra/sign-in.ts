import { CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

interface SignInProps {
  readonly portalAddress: string;
  /** The part of the portal that people come back to after signing in. */
  readonly path: string;
  /** Makes the sign-in pages' address unique in the region: `<prefix>-<path>.auth.<region>.amazoncognito.com`. */
  readonly signInPrefix: string;
}

/**
 * Who may sign in, for one of the two audiences: applicants and officials are different people with different
 * directories, so that a token of one can never be used as the other. A group is an organisation that an applicant
 * acts for (its business id), or a right that an official has beyond those the calls give.
 */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Where people sign in. */
  readonly pages: UserPoolDomain;

  constructor(scope: Construct, id: string, { portalAddress, path, signInPrefix }: SignInProps) {
    super(scope, id);
    const callback = `${portalAddress}/${path}/signed-in`;
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.client = this.pool.addClient('Portal', {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [callback],
        logoutUrls: [`${portalAddress}/${path}`],
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
    });
    this.pages = this.pool.addDomain('Pages', { cognitoDomain: { domainPrefix: `${signInPrefix}-${path}` } });
    for (const [output, value] of [
      ['PoolId', this.pool.userPoolId],
      ['ClientId', this.client.userPoolClientId],
      ['Issuer', this.pool.userPoolProviderUrl],
      ['Callback', callback],
    ] as const) {
      new CfnOutput(this, output, { value }).overrideLogicalId(`${id}${output}`);
    }
  }

  addGroup(groupName: string, description: string): void {
    new UserPoolGroup(this, groupName, { userPool: this.pool, groupName, description });
  }
}
