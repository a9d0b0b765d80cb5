import type { Json, Place } from '../service.ts';
import type { Scope } from './intrinsics.ts';
import { isObject, Refused } from './properties.ts';
import type { Stack, Template } from './template.ts';

/** What can be resolved before any resource is made: parameters' defaults, pseudo parameters and mappings. */
export function parameterScope({ name: stackName, template }: Stack, place: Place): Scope {
  const pseudo: Readonly<Record<string, Json>> = {
    'AWS::AccountId': place.account,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': place.region,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${stackName}/local`,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const none = (what: string) => (): never => {
    throw new Refused(`a condition cannot refer to ${what}`);
  };
  return {
    ref: (name) => pseudo[name] ?? parameter(template, name),
    attribute: none('a resource'),
    imported: none('another stack'),
    mapping: (map, first, second) => {
      const value = template.Mappings?.[map]?.[first]?.[second];
      if (value === undefined) throw new Refused(`there is no mapping ${map}.${first}.${second}`);
      return value;
    },
  };
}

function parameter({ Parameters = {} }: Template, name: string): Json {
  const declared = Parameters[name];
  if (!declared) throw new Refused(`there is no ${name}`);
  if (declared.Type.startsWith('AWS::')) {
    throw new Refused(
      `the parameter ${name} is of the type ${declared.Type}; the local cloud has only defaults`,
    );
  }
  if (declared.Default === undefined) throw new Refused(`the parameter ${name} has no default`);
  const isList = declared.Type === 'CommaDelimitedList' || declared.Type.startsWith('List<');
  return isList && !isObject(declared.Default) ? String(declared.Default).split(',') : declared.Default;
}
