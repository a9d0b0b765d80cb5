import type { Permission, Place } from '../service.ts';
import type { RequestContext } from './conditions.ts';
import type { Principal } from './principals.ts';

/**
 * The condition keys of a request: AWS's global ones and those its service gives.
 *
 * "AWS global condition context keys", IAM User Guide, reference_policies_condition-keys.html
 */
export function contextOf(principal: Principal, permission: Permission, place: Place): RequestContext {
  const now = new Date();
  const keys: Record<string, string | readonly string[]> = {
    'aws:CurrentTime': now.toISOString(),
    'aws:EpochTime': String(Math.floor(now.getTime() / 1000)),
    // The cloud listens on the loopback only, which nobody else can read: it stands for TLS.
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': place.region,
    'aws:ResourceAccount': place.account,
    'aws:ViaAWSService': 'false',
    ...principalKeys(principal, place),
    ...permission.conditions,
  };
  return new Map(Object.entries(keys).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
}

function principalKeys(principal: Principal, place: Place): Record<string, string> {
  switch (principal.kind) {
    case 'role':
      return {
        'aws:PrincipalType': 'AssumedRole',
        'aws:PrincipalIsAWSService': 'false',
        'aws:PrincipalAccount': principal.account,
        'aws:PrincipalArn': principal.arn,
      };
    case 'service':
      return {
        'aws:PrincipalType': 'AWSService',
        'aws:PrincipalIsAWSService': 'true',
        'aws:PrincipalServiceName': principal.name,
        'aws:SourceAccount': place.account,
      };
    case 'anonymous':
      return { 'aws:PrincipalType': 'Anonymous', 'aws:PrincipalIsAWSService': 'false' };
  }
}
