import { type JsonObject, ServiceError } from '../../../local/service.ts';
import { statesKinds } from '../../../local/states/resources.ts';
import { Laboratory, only, place, roleArn } from './laboratory.ts';

/**
 * AWS::StepFunctions::StateMachine,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-stepfunctions-statemachine.html
 */

let lab: Laboratory;
const assumable: string[] = [];
beforeEach(() => {
  lab = new Laboratory();
  assumable.splice(0, assumable.length, roleArn);
});
afterEach(() => lab.end());

const definition = (Output: string) => ({ QueryLanguage: 'JSONata', ...only({ Type: 'Pass', Output }) });
const assets: Record<string, string> = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how CloudFormation writes its placeholders
  'assets/round.json': JSON.stringify(definition('${Said} by ${Who}')),
};

function kind() {
  const access = {
    checkAssume(role: string, service: string) {
      if (service === 'states.amazonaws.com' && assumable.includes(role)) return;
      throw new ServiceError('AccessDeniedException', `${service} may not assume ${role}`);
    },
  };
  const [machine] = statesKinds(lab.states, access, (bucket, key) => assets[`${bucket}/${key}`] ?? '', place);
  if (!machine) throw new Error('there is no kind');
  return machine;
}

const declared = (properties: JsonObject) => ({
  logicalId: 'Round',
  stack: 'Anslag',
  properties: { RoleArn: roleArn, ...properties },
});

async function outputOf(properties: JsonObject) {
  const resource = declared(properties);
  await kind().create(resource);
  const { executionArn } = await lab.call('StartExecution', { stateMachineArn: kind().ref(resource) });
  await lab.clock.settled();
  return (await lab.outcome(String(executionArn))).output;
}

test('a definition is a string, an object or an asset', async () => {
  expect(await outputOf({ DefinitionString: JSON.stringify(definition('text')) })).toBe('text');
  expect(await outputOf({ Definition: definition('object') })).toBe('object');
  const location = { Bucket: 'assets', Key: 'round.json' };
  const substituted = { DefinitionS3Location: location, DefinitionSubstitutions: { Said: '"yes"', Who: 7 } };
  expect(await outputOf(substituted)).toBe('"yes" by 7');
});

test('what is neither or more than one of them is refused', async () => {
  const create = async (properties: JsonObject) => kind().create(declared(properties));
  await expect(create({})).rejects.toThrow('exactly one of');
  await expect(create({ DefinitionString: '{}', Definition: {} })).rejects.toThrow('exactly one of');
  await expect(create({ DefinitionString: '{}' })).rejects.toMatchObject({ code: 'InvalidDefinition' });
});

test('its reference is its ARN, the same after every start', async () => {
  const resource = declared({ Definition: definition('x') });
  const arn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:Anslag-Round';
  expect(kind().ref(resource)).toBe(arn);
  await kind().create(resource);
  expect(kind().attributes(resource)).toEqual({
    Arn: arn,
    Name: 'Anslag-Round',
    StateMachineRevisionId: 'INITIAL',
  });
  const named = declared({ StateMachineName: 'round' });
  expect(kind().ref(named)).toBe('arn:aws:states:eu-north-1:000000000000:stateMachine:round');
});

test('a changed template is a new revision, an unchanged one is not', async () => {
  await kind().create(declared({ Definition: definition('old') }));
  await kind().create(declared({ Definition: definition('old') }));
  expect(kind().attributes(declared({})).StateMachineRevisionId).toBe('INITIAL');
  expect(await outputOf({ Definition: definition('new') })).toBe('new');
  expect(kind().attributes(declared({})).StateMachineRevisionId).toMatch(/^[\da-f-]{36}$/);
});

test('Express state machines and roles that Step Functions may not assume are refused', async () => {
  const create = async (properties: JsonObject) =>
    kind().create(declared({ Definition: definition('x'), ...properties }));
  await expect(create({ StateMachineType: 'EXPRESS' })).rejects.toThrow('EXPRESS is not supported');
  await expect(create({ RoleArn: 'arn:aws:iam::000000000000:role/other' })).rejects.toMatchObject({
    code: 'AccessDeniedException',
  });
});
