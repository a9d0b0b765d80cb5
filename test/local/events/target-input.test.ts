import { targetInputOf } from '../../../local/events/target-input.ts';
import type { JsonObject } from '../../../local/service.ts';

/** "Amazon EventBridge input transformation", with the guide's own example event. */

const event: JsonObject = {
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  time: '2015-11-11T21:29:54Z',
  resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-abcd1111'],
  detail: { 'instance-id': 'i-0123456789', state: 'RUNNING', tags: [{ k: 'a' }, { k: 'b' }] },
};
const context = {
  ruleArn: 'arn:aws:events:x:1:rule/example',
  ruleName: 'example',
  ingestionTime: '2015-11-11T21:29:55Z',
};
const paths = {
  instance: '$.detail.instance-id',
  state: '$.detail.state',
  tags: '$.detail.tags',
  none: '$.detail.no',
};
const input = (target: JsonObject) => targetInputOf(target)(event, context);
const transformed = (InputTemplate: string) =>
  input({ InputTransformer: { InputPathsMap: paths, InputTemplate } });

test('without any input the target gets the whole event', () => {
  expect(JSON.parse(input({}))).toEqual(event);
});

test('Input is constant', () => {
  expect(input({ Input: '{"a":1}' })).toBe('{"a":1}');
});

test.each([
  ['$.detail.state', '"RUNNING"'],
  ['$.resources[0]', '"arn:aws:ec2:us-east-1:123456789012:instance/i-abcd1111"'],
  ['$.detail.tags[*].k', '["a","b"]'],
  ['$.detail.nothing', 'null'],
])('InputPath %s gives %s', (InputPath, expected) => {
  expect(input({ InputPath })).toBe(expected);
});

test.each([
  ['"instance <instance> is in <state>"', '"instance i-0123456789 is in RUNNING"'],
  ['"instance \\"<instance>\\" is in <state>"', '"instance \\"i-0123456789\\" is in RUNNING"'],
  ['{"instance": <instance>, "state": <state>}', '{"instance":"i-0123456789","state":"RUNNING"}'],
  [
    '{"state": [9, <state>, true], "tags": <tags>}',
    '{"state":[9,"RUNNING",true],"tags":[{"k":"a"},{"k":"b"}]}',
  ],
  [
    '{"rule": <aws.events.rule-arn>, "at": "<aws.events.event.ingestion-time>"}',
    '{"rule":"arn:aws:events:x:1:rule/example","at":"2015-11-11T21:29:55Z"}',
  ],
  ['"<aws.events.rule-name> triggered, <none>"', '"example triggered, "'],
])('the template %s gives %s', (template, expected) => {
  expect(transformed(template)).toBe(expected);
});

test('the whole event can be a value, with or without its detail', () => {
  const { detail: _detail, ...rest } = event;
  expect(JSON.parse(transformed('{"all": <aws.events.event.json>, "rest": <aws.events.event>}'))).toEqual({
    all: event,
    rest,
  });
});

test('a text without quotes is no JSON, and the delivery fails', () => {
  expect(() => transformed('<instance> is in <state>')).toThrow(
    expect.objectContaining({ code: 'INVALID_JSON' }),
  );
});

test.each<JsonObject>([
  { Input: '{"a":1}', InputPath: '$.detail' },
  { Input: 'no json' },
  { InputPath: '$..detail' },
  { InputPath: "$['detail']" },
  { InputTransformer: { InputTemplate: '{"a": <unknown>}' } },
  { InputTransformer: { InputTemplate: '"a"', InputPath: '$' } },
])('%j is refused when it is loaded', (target) => {
  expect(() => targetInputOf(target)).toThrow();
});
