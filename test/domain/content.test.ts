import type { Application } from '../../domain/application/application.ts';
import { contentFaults } from '../../domain/application/content.ts';
import { korsholm } from '../call-2022.ts';

const plan = { name: 'plan.pdf', sizeBytes: 3, type: 'application/pdf', sha256: 'a'.repeat(64) } as const;
const budget = { name: 'budget.pdf', sizeBytes: 3, type: 'application/pdf', sha256: 'b'.repeat(64) } as const;
const application: Application = { ...korsholm, attachments: [plan, budget] };
const opened = { callId: application.callId, businessId: application.applicant.businessId };

test('an application that agrees with where and with what it was submitted has no faults', () => {
  expect(contentFaults(application, opened, [budget, plan])).toEqual([]);
  expect(contentFaults({ ...application, attachments: [] }, opened, [])).toEqual([]);
});

test('an application to another call, or of another applicant than opened it, is told at its place', () => {
  expect(contentFaults(application, { ...opened, callId: '2021' }, [plan, budget])).toEqual([
    { place: '/callId', code: 'another-call' },
  ]);
  expect(contentFaults(application, { ...opened, businessId: '9000945-2' }, [plan, budget])).toEqual([
    { place: '/applicant/businessId', code: 'another-applicant' },
  ]);
});

test('an attachment that was not uploaded, or was with other content, is told at its own place', () => {
  const notUploaded = { code: 'attachment-not-uploaded', details: { name: 'budget.pdf' } };
  expect(contentFaults(application, opened, [plan])).toEqual([{ place: '/attachments/1', ...notUploaded }]);
  expect(contentFaults(application, opened, [plan, { ...budget, sha256: plan.sha256 }])).toEqual([
    { place: '/attachments/1', ...notUploaded },
  ]);
});

test('a file that was uploaded and is no attachment is told by its name', () => {
  const stray = { ...plan, name: 'stray.pdf' };
  expect(contentFaults(application, opened, [plan, stray, budget])).toEqual([
    { place: '/attachments', code: 'attachment-not-listed', details: { name: 'stray.pdf' } },
  ]);
});

test('all faults are told at once', () => {
  const codes = contentFaults(application, {}, [{ ...plan, name: 'stray.pdf' }]).map(({ code }) => code);
  expect(codes).toEqual([
    'another-call',
    'another-applicant',
    'attachment-not-uploaded',
    'attachment-not-uploaded',
    'attachment-not-listed',
  ]);
});
