import type { RestRoute } from '../json-service.ts';
import type { JsonObject, JsonOperations, Permission, Place } from '../service.ts';
import { parseAddress } from './addresses.ts';
import { recipientsOf, senderOf } from './message.ts';
import { parseSendEmail, type SendEmailInput } from './send-email-input.ts';
import type { Ses } from './ses.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html, "Request Syntax" */
export const sesRoutes: readonly RestRoute[] = [
  { operation: 'SendEmail', method: 'POST', path: '/v2/email/outbound-emails' },
];

/** The operations of SES v2, signing name `ses`. */
export function sesOperations(ses: Ses, place: Place): JsonOperations {
  return {
    SendEmail: {
      permissions: (input) => sendPermissions(ses, place, parseSendEmail(input)),
      async run(input): Promise<JsonObject> {
        return { MessageId: await ses.send(parseSendEmail(input)) };
      },
    },
  };
}

/**
 * Sending needs a permission on the sender's identity and, if one is used, on the configuration set; for raw
 * content the permission is `ses:SendRawEmail`, also in SES v2.
 *
 * "Actions, resources, and condition keys for Amazon Simple Email Service v2":
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html;
 * that both resources are checked, and raw content so, is to be seen in AWS's own refusals, for instance
 * https://github.com/aws/aws-actionmailer-ses-ruby/issues/10 and https://github.com/aws/aws-cdk/issues/34402.
 */
function sendPermissions(ses: Ses, { region, account }: Place, input: SendEmailInput): Permission[] {
  const sender = parseAddress(senderOf(input));
  const { ToAddresses: to = [], CcAddresses: cc = [], BccAddresses: bcc = [] } = input.Destination ?? {};
  const conditions = {
    'ses:FromAddress': sender.address,
    ...(sender.name !== '' && { 'ses:FromDisplayName': sender.name }),
    ...(input.FeedbackForwardingEmailAddress !== undefined && {
      'ses:FeedbackAddress': input.FeedbackForwardingEmailAddress,
    }),
    'ses:Recipients': recipientsOf({ to, cc, bcc }).map((recipient) => parseAddress(recipient).address),
  };
  const action = input.Content.Raw ? 'ses:SendRawEmail' : 'ses:SendEmail';
  const on = (resource: string) => ({
    action,
    resource: `arn:aws:ses:${region}:${account}:${resource}`,
    conditions,
  });
  const set = ses.configurationSetNameOf(input, sender.address);
  const identity = on(`identity/${ses.identityOf(sender.address)?.name ?? sender.address}`);
  return set === undefined ? [identity] : [identity, on(`configuration-set/${set}`)];
}
