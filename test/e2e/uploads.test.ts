import { createHash } from 'node:crypto';
import { announce, asFile, fateOf, type Submission, upload } from '../../rehearsal/applicant.ts';
import { korsholm } from '../call-2022.ts';
import { HandledCall, refusalOf } from './handled-call.ts';

let handled: HandledCall;
beforeAll(async () => {
  handled = await HandledCall.start();
});
afterAll(() => handled.end());

const json = asFile(korsholm);

function attachment(content: string, type = 'application/pdf') {
  const bytes = Buffer.from(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    attachment: { name: 'avtal.pdf', sizeBytes: bytes.length, type: type as 'application/pdf', sha256 },
    bytes,
  };
}

async function put(
  submission: Submission,
  change: { body?: string; headers?: Record<string, string>; url?: string },
) {
  const [address] = submission.uploads;
  const response = await fetch(change.url ?? address?.url ?? '', {
    method: 'PUT',
    headers: { ...address?.headers, ...change.headers },
    body: change.body ?? json,
  });
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
  return `${response.status} ${code ?? ''}`.trim();
}

async function faultsOf(submission: Submission): Promise<readonly string[]> {
  const { rejections } = await fateOf(handled.as('sofia'), submission);
  return (
    rejections.find(({ version }) => version === submission.version)?.faults.map(({ code }) => code) ?? []
  );
}

async function mailsTo(address: string): Promise<readonly string[]> {
  const response = await fetch(`${handled.cloud.origin}/_local/mail?to=${address}`);
  const { messages } = (await response.json()) as { messages: { subject: string }[] };
  return messages.map(({ subject }) => subject);
}

describe('what is announced', () => {
  test('an oversized attachment is refused with its place', async () => {
    const caseId = await handled.open();
    const { attachment: file } = attachment('%PDF-1.7');
    const request = handled.as('sofia').post(`/applications/${caseId}/versions`, {
      commandId: crypto.randomUUID(),
      application: {
        name: 'application.json',
        sizeBytes: 10,
        type: 'application/json',
        sha256: 'a'.repeat(64),
      },
      attachments: [{ ...file, sizeBytes: 50_000_001 }],
    });
    await expect(request).rejects.toMatchObject({
      status: 400,
      problem: { faults: [{ place: '/attachments/0/sizeBytes', code: 'too-large' }] },
    });
  });

  test('a type that is not taken, and two files with one name, are refused', async () => {
    const caseId = await handled.open();
    const { attachment: file } = attachment('%PDF-1.7');
    const request = (attachments: object[]) =>
      handled.as('sofia').post(`/applications/${caseId}/versions`, {
        commandId: crypto.randomUUID(),
        application: {
          name: 'application.json',
          sizeBytes: 10,
          type: 'application/json',
          sha256: 'a'.repeat(64),
        },
        attachments,
      });
    await expect(request([{ ...file, type: 'text/html' }])).rejects.toMatchObject({
      problem: { faults: [{ place: '/attachments/0/type', code: 'not-allowed' }] },
    });
    await expect(request([file, file])).rejects.toMatchObject({
      problem: { faults: [{ place: '/attachments', code: 'name-repeated' }] },
    });
  });

  test('a request that is no JSON is a fault of the request, told as one', async () => {
    const caseId = await handled.open();
    await expect(
      refusalOf(handled.as('sofia').post(`/applications/${caseId}/versions`, undefined)),
    ).resolves.toBe('400 urn:anslag:malformed-request');
  });
});

describe('what is uploaded', () => {
  test('other bytes of the same length are refused by their checksum, and the right ones are still taken', async () => {
    const submission = await announce(handled.as('sofia'), await handled.open(), { json });
    const tampered = json.replace('184450', '984450').slice(0, json.length).padEnd(json.length);
    expect(tampered).not.toBe(json);
    expect(await put(submission, { body: tampered })).toBe('400 BadDigest');
    expect(await put(submission, {})).toBe('200');
  });

  test('more or fewer bytes than announced are refused', async () => {
    const submission = await announce(handled.as('sofia'), await handled.open(), { json });
    const { 'content-length': _, ...headers } = submission.uploads[0]?.headers ?? {};
    for (const body of [`${json} `, json.slice(1)]) {
      const response = await fetch(submission.uploads[0]?.url ?? '', { method: 'PUT', headers, body });
      expect(response.status).toBe(403);
    }
  });

  test('another type, another place, a missing condition: what the signature covers cannot be changed', async () => {
    const submission = await announce(handled.as('sofia'), await handled.open(), { json });
    const url = submission.uploads[0]?.url ?? '';
    expect(await put(submission, { headers: { 'content-type': 'text/html' } })).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(await put(submission, { headers: { 'if-none-match': '' } })).toMatch(/^403 /);
    expect(await put(submission, { url: url.replace('/1/application.json', '/2/application.json') })).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(await put(submission, { url: url.replace(/X-Amz-Expires=\d+/, 'X-Amz-Expires=604800') })).toBe(
      '403 SignatureDoesNotMatch',
    );
  });

  test('a file is put once: the same bytes again at the same address are refused', async () => {
    const submission = await announce(handled.as('sofia'), await handled.open(), { json });
    expect(await put(submission, {})).toBe('200');
    expect(await put(submission, {})).toBe('412 PreconditionFailed');
  });

  test('an address cannot be used to read', async () => {
    const submission = await announce(handled.as('sofia'), await handled.open(), { json });
    await upload(submission);
    const response = await fetch(submission.uploads[0]?.url ?? '');
    expect(response.status).toBe(403);
  });
});

describe('what is submitted', () => {
  test('a file that was cut off is answered with its fault, by mail too, and can be sent again', async () => {
    const caseId = await handled.open();
    const broken = await announce(handled.as('sofia'), caseId, { json: json.slice(0, 500) });
    await upload(broken);
    expect(await faultsOf(broken)).toEqual(['not-json']);
    await handled.cloud.settled();
    expect(await mailsTo(korsholm.applicant.email)).toContain('Ansökan kunde inte tas emot');
    const whole = await announce(handled.as('sofia'), caseId, { json });
    await upload(whole);
    expect(await faultsOf(whole)).toEqual([]);
    expect((await handled.caseOf(caseId)).stage).toBe('registered');
  });

  test('all faults are told at once: of files, of fields, and of what does not belong together', async () => {
    const caseId = await handled.open();
    const wrong = {
      ...korsholm,
      callId: '2021',
      applicant: { ...korsholm.applicant, businessId: '9000049-1' },
      attachments: [],
    };
    const submission = await announce(handled.as('sofia'), caseId, {
      json: asFile(wrong),
      attachments: [attachment('MZ\u0000 not a document')],
    });
    await upload(submission);
    expect(await faultsOf(submission)).toEqual([
      'file-type-differs',
      'another-call',
      'another-applicant',
      'attachment-not-listed',
    ]);
  });

  test('an attachment that was announced and never came is missed', async () => {
    const caseId = await handled.open();
    const file = attachment('%PDF-1.7 avtal');
    const application = asFile({ ...korsholm, attachments: [file.attachment] });
    const submission = await announce(handled.as('sofia'), caseId, {
      json: application,
      attachments: [file],
    });
    await upload({
      ...submission,
      uploads: submission.uploads.filter(({ name }) => name === 'application.json'),
    });
    expect(await faultsOf(submission)).toEqual(['file-missing']);
  });

  test('an application with its attachments is registered with a receipt', async () => {
    const caseId = await handled.open();
    const file = attachment('%PDF-1.7 avtal');
    const application = asFile({ ...korsholm, attachments: [file.attachment] });
    const submission = await announce(handled.as('sofia'), caseId, {
      json: application,
      attachments: [file],
    });
    expect(await upload(submission)).toEqual([200, 200]);
    expect(await faultsOf(submission)).toEqual([]);
    await handled.cloud.settled();
    const { number } = await handled.caseOf(caseId);
    expect(await mailsTo(korsholm.applicant.email)).toContain(`Ansökan har tagits emot: ${number}`);
  });
});

test('an upload address that has expired is refused, and the next version gets a new one', async () => {
  const caseId = await handled.open();
  const submission = await announce(handled.as('sofia'), caseId, { json });
  await handled.cloud.turnTo(new Date(Date.parse(await handled.cloud.now()) + 16 * 60_000).toISOString());
  expect(await put(submission, {})).toBe('403 AccessDenied');
  const again = await announce(handled.as('sofia'), caseId, { json });
  expect(await put(again, {})).toBe('200');
});
