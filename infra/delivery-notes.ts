import { Duration } from 'aws-cdk-lib';
import { Match, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConfigurationSet } from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface DeliveryNotesProps {
  readonly configuration: IConfigurationSet;
  readonly noteDelivery: IFunction;
  readonly deadLetters: IQueue;
}

/** Brings what became of each mail back to its ledger: SES tells the event bus, and the bus the function. */
export class DeliveryNotes extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { configuration, noteDelivery, deadLetters }: DeliveryNotesProps,
  ) {
    super(scope, id);
    new Rule(this, 'MailAnswered', {
      description: 'The mail service heard what became of a mail about a case',
      eventPattern: {
        source: ['aws.ses'],
        detail: {
          mail: {
            tags: {
              'ses:configuration-set': [configuration.configurationSetName],
              // Mails to officials about their tasks have no case, and nobody is told what became of them.
              case: Match.exists(),
            },
          },
        },
      },
      targets: [
        new LambdaFunction(noteDelivery, {
          deadLetterQueue: deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
  }
}
