import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { type Bucket, openBucket } from '../store/files.ts';
import { openTable, type Table } from '../store/table.ts';
import { tracer } from './observed.ts';

/** A setting of the function's environment. Throws where the stack forgot it, before anything is done. */
export function setting(name: SettingName): string {
  const value = process.env[name];
  if (!value) throw new Error(`the function's environment has no ${name}`);
  return value;
}

/** What the CDK app sets on functions. */
export type SettingName =
  | 'TABLE_NAME'
  | 'BUCKET_NAME'
  | 'ARCHIVE_NAME'
  | 'SIGNING_KEY'
  | 'MAIL_FROM'
  | 'MAIL_CONFIGURATION'
  | 'PORTAL_ADDRESS'
  | 'ROUND_ARN'
  | 'NOTICE_ARN'
  | 'CHANGE_ARN'
  | 'SCHEDULE_GROUP'
  | 'SCHEDULE_ROLE_ARN';

/** The table that the function's environment names. */
export function settingsTable(): Table {
  return openTable(setting('TABLE_NAME'), tracer.captureAWSv3Client(new DynamoDBClient()));
}

/** The archive that the function's environment names. */
export function settingsArchive(): Bucket {
  return openBucket(setting('ARCHIVE_NAME'), tracer.captureAWSv3Client(new S3Client()));
}

/** The bucket that the function's environment names. */
export function settingsBucket(): Bucket {
  return openBucket(setting('BUCKET_NAME'), tracer.captureAWSv3Client(new S3Client()));
}
