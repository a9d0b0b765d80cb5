import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { officials as officialsSchema } from '../../contract/officials.ts';
import type { Problem } from '../../contract/routes.ts';
import { readYaml } from '../../contract/yaml-file.ts';
import type { Call } from '../../domain/call/call.ts';
import { formatInstant } from '../../texts/format.ts';
import type { Language } from '../../texts/language.ts';
import { showFaults } from '../faults.ts';
import { outputNamed, readOutputs } from '../outputs.ts';
import { signIn } from '../sign-in.ts';

interface Published {
  readonly callId: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly assumptions: readonly string[];
}

/**
 * Publishes a call through the API as the official who signs in. The seed that breaks ties is drawn here and goes
 * nowhere but to the API, which tells only its digest. Says what came of it; false where it was refused.
 */
export async function publish(
  call: Call,
  { officials: file, outputs: place }: { readonly officials: string; readonly outputs: string },
  language: Language,
): Promise<boolean> {
  const officials = readYaml(officialsSchema, await readFile(file, 'utf8'));
  if ('faults' in officials) {
    console.error(showFaults(file, officials.faults, language));
    return false;
  }
  const outputs = await readOutputs(place);
  const token = process.env.ANSLAG_TOKEN ?? (await signIn(signInPlaceOf(outputs)));
  const response = await fetch(`${outputNamed(outputs, 'ApiAddress')}/calls`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'accept-language': language,
    },
    body: JSON.stringify({
      commandId: randomUUID(),
      call,
      officials: officials.value,
      seed: randomBytes(32).toString('hex'),
    }),
  });
  const document = (await response.json()) as Published | Problem;
  if ('callId' in document) {
    const { callId, opensAt, closesAt, assumptions } = document;
    console.log(
      `${callId}: ${formatInstant(opensAt, language)} – ${formatInstant(closesAt, language)}`,
      ...assumptions.map((assumption) => `\n  ? ${assumption}`),
    );
    return true;
  }
  console.error(document.title ?? `${response.status}`);
  for (const { text } of document.faults ?? []) console.error(`  ${text}`);
  return false;
}

function signInPlaceOf(outputs: Awaited<ReturnType<typeof readOutputs>>) {
  return {
    issuer: outputNamed(outputs, 'OfficialsIssuer'),
    clientId: outputNamed(outputs, 'OfficialsClientId'),
    callback: outputNamed(outputs, 'OfficialsCallback'),
  };
}
