import { App } from 'aws-cdk-lib';
import { buildPortal } from './build-portal.ts';
import { bundleFunctions } from './bundle.ts';
import { makeStacks } from './stacks.ts';

await Promise.all([bundleFunctions(), buildPortal()]);
makeStacks(new App());
