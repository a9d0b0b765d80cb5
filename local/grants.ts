/**
 * `npm run local:grants -- [--port P]`
 *
 * Lists the permissions that roles of the running local cloud have and that nothing has used yet: after a whole run,
 * what could be taken away. Exit status 1 where no cloud answers.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4566' } } });

try {
  const response = await fetch(`http://127.0.0.1:${values.port}/_local/grants`);
  const grants = (await response.json()) as { roleArn: string; action: string; resource: string }[];
  for (const { roleArn, action, resource } of grants) {
    console.log(`${roleArn.split('/').at(-1)}\t${action}\t${resource}`);
  }
  console.error(`${grants.length} grants were not used`);
} catch (error) {
  console.error(`no local cloud answers on port ${values.port}: ${(error as Error).message}`);
  process.exitCode = 1;
}
