import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { ServiceError } from '../service.ts';
import type { PasswordPolicy } from './definition.ts';

/** A quarter of Node's default: these passwords guard made-up people on one machine, and tests sign in by the hundred. */
const cost = { N: 4096 };

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** A salted scrypt hash of the password, in text. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, 32, cost);
  return `${salt.toString('base64')}:${hash.toString('base64')}`;
}

/** Whether `stored` is a hash of this password; takes as long for a wrong one. */
export async function matchesPassword(password: string, stored: string): Promise<boolean> {
  const [salt = '', hash = ''] = stored.split(':').map((part) => Buffer.from(part, 'base64'));
  return timingSafeEqual(await derive(password, Buffer.from(salt), 32, cost), Buffer.from(hash));
}

/**
 * Throws InvalidPasswordException unless the password meets the pool's policy; which symbols count is in
 * "Passwords, account recovery, and password policies":
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
export function checkPassword(password: string, policy: PasswordPolicy): void {
  const rules: readonly [boolean, string][] = [
    [password.length >= policy.MinimumLength, 'Password not long enough'],
    [!policy.RequireLowercase || /[a-z]/.test(password), 'Password must have lowercase characters'],
    [!policy.RequireUppercase || /[A-Z]/.test(password), 'Password must have uppercase characters'],
    [!policy.RequireNumbers || /[0-9]/.test(password), 'Password must have numeric characters'],
    [!policy.RequireSymbols || hasSymbol(password), 'Password must have symbol characters'],
  ];
  const broken = rules.find(([met]) => !met);
  if (broken) {
    const message = `Password did not conform with policy: ${broken[1]}`;
    throw new ServiceError('InvalidPasswordException', message);
  }
}

/** A space counts too, but not at the beginning or end. */
function hasSymbol(password: string): boolean {
  return /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+ -]/.test(password.trim());
}
