import type { Call } from '../domain/call/call.ts';
import { instantOf } from '../domain/time.ts';
import { formatInstant } from '../texts/format.ts';
import type { RunningCloud } from './cloud.ts';
import { bystanders } from './crew.ts';
import { testPassword } from './directory.ts';
import { practiceCrew, practiceOfficials, writers } from './practice.ts';

/** Where the portal is, who can sign in, and how time passes. */
export function welcome(cloud: RunningCloud, call: Call): string {
  const portal = cloud.origin.replace('127.0.0.1', 'localhost');
  const roles: readonly (readonly [string, readonly string[]])[] = [
    ['presenter', practiceOfficials.presenters],
    ['evaluator', practiceOfficials.evaluators],
    ['evaluator in reserve', practiceOfficials.reserveEvaluators],
    ['decision maker', practiceOfficials.decisionMakers],
  ];
  const roleOf = (username: string) => roles.find(([, names]) => names.includes(username))?.[0] ?? '';
  const line = (username: string, name: string, role: string) =>
    `    ${username.padEnd(16)} ${name.padEnd(26)} ${role}`;
  return [
    '',
    `  The portal   ${portal}/`,
    `  All mails    ${cloud.origin}/_mail/`,
    `  The console  ${cloud.origin}/_console/`,
    '',
    `  “${call.name.en}” is open until ${formatInstant(instantOf(call.window.closes), 'en')}.`,
    '  The sign-in page lists everybody; one click signs in. With a name the password is',
    `  ${testPassword}`,
    '',
    `  Applicants, at ${portal}/apply`,
    ...writers.map(({ username, name, groups }) =>
      line(username, name, groups.length > 0 ? 'acts for Korsholm' : 'acts for nobody: can be invited'),
    ),
    `  Officials, at ${portal}/handle`,
    ...practiceCrew.map(({ username, name }) => line(username, name, roleOf(username))),
    ...bystanders.map(({ username, name, groups }) =>
      line(username, name, groups.includes('auditors') ? 'auditor: reads everything' : 'archivist'),
    ),
    '',
    '  Time: npm run clock -- closing   turns the clock to when the call has closed;',
    '        npm run clock -- +21d      21 days on;   npm run clock   tells the time.',
    '',
    '  Press Ctrl+C to stop.',
  ].join('\n');
}
