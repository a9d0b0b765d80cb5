import { ApiClient } from './api-client.ts';
import type { Entrant } from './applications/entrants.ts';
import type { RunningCloud } from './cloud.ts';
import type { SignInPages } from './sign-in.ts';

function pagesOf(cloud: RunningCloud, audience: 'Applicants' | 'Officials'): SignInPages {
  return {
    issuer: cloud.output(`${audience}Issuer`),
    clientId: cloud.output(`${audience}ClientId`),
    callback: cloud.output(`${audience}Callback`),
  };
}

/** The API as an official uses it. */
export function officialClient(cloud: RunningCloud, username: string): ApiClient {
  return new ApiClient(cloud.output('ApiAddress'), pagesOf(cloud, 'Officials'), username);
}

/** The API as the person uses it who applies for an entrant. */
export function applicantClient(cloud: RunningCloud, { application }: Entrant): ApiClient {
  return applicantNamed(cloud, usernameOf(application.applicant.businessId));
}

/** The API as an applicant's person uses it. */
export function applicantNamed(cloud: RunningCloud, username: string): ApiClient {
  return new ApiClient(cloud.output('ApiAddress'), pagesOf(cloud, 'Applicants'), username);
}

/** The user name of the person who acts for an organisation. */
export function usernameOf(businessId: string): string {
  return `applicant-${businessId}`;
}
