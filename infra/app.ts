import { App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { makeStacks } from './stacks.ts';

await bundleFunctions();
makeStacks(new App());
