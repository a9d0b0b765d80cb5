import { readFile } from 'node:fs/promises';

/** The outputs of the deployed stacks, by their stack and name, as `cdk deploy --outputs-file` writes them. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads the outputs from a file, or from the address where the cloud on this machine tells them. */
export async function readOutputs(place: string): Promise<Outputs> {
  if (!/^https?:/.test(place)) return JSON.parse(await readFile(place, 'utf8')) as Outputs;
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place}: ${response.status}`);
  return (await response.json()) as Outputs;
}

/** The one output of a name; CloudFormation may have put eight hexadecimal digits behind it. */
export function outputNamed(outputs: Outputs, name: string): string {
  const found = Object.values(outputs)
    .flatMap((stack) => Object.entries(stack))
    .filter(([key]) => key.replace(/[0-9A-F]{8}$/, '') === name);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`the stacks have ${found.length} outputs named ${name}`);
  return only[1];
}
