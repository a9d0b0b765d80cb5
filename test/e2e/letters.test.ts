import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectRetentionCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { sha256 } from '../../domain/canonical.ts';
import { HandledCall } from './handled-call.ts';

let handled: HandledCall;
let caseId: string;
beforeAll(async () => {
  handled = await HandledCall.start();
  caseId = await handled.submit();
  await handled.close();
  await handled.prepare();
  await handled.decide();
}, 90_000);
afterAll(() => handled.end());

function storage(): S3Client {
  return new S3Client({
    endpoint: handled.cloud.origin,
    region: 'eu-north-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

test.each([
  ['letter', /Beslut: understöd beviljas/],
  ['translation', /Decision: the grant is given/],
])('the applicant reads the %s, whose bytes are those of its digest', async (path, title) => {
  const { url, sha256: digest } = await handled
    .as('sofia')
    .get<{ url: string; sha256: string }>(`/applications/${caseId}/${path}`);
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(sha256(bytes)).toBe(digest);
  expect(bytes.toString('utf8')).toMatch(title);
});

test('the archive has the decision as PDF/A, which not even its owner can delete or let go before ten years', async () => {
  const { letter } = await handled.caseOf(caseId);
  const client = storage();
  const place = { Bucket: handled.cloud.output('ArchiveName'), Key: letter?.archived.key };
  const { Body, VersionId, ObjectLockMode, ObjectLockRetainUntilDate } = await client.send(
    new GetObjectCommand(place),
  );
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  expect(sha256(bytes)).toBe(letter?.archived.sha256);
  expect(Buffer.from(bytes).toString('utf8')).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(ObjectLockMode).toBe('COMPLIANCE');
  expect(ObjectLockRetainUntilDate?.toISOString()).toMatch(/^2032-/);
  await expect(
    client.send(new DeleteObjectCommand({ ...place, VersionId, BypassGovernanceRetention: true })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
  const sooner = { Mode: 'COMPLIANCE', RetainUntilDate: new Date('2023-01-01') } as const;
  await expect(
    client.send(new PutObjectRetentionCommand({ ...place, VersionId, Retention: sooner })),
  ).rejects.toMatchObject({ name: 'AccessDenied' });
});
