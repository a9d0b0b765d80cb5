/** Why an assembly cannot run here, and where in it the reason lies. */
export interface Problem {
  readonly stack?: string;
  readonly logicalId?: string;
  /** The path of the construct in the CDK app. */
  readonly construct?: string;
  readonly message: string;
}

/** All problems of an assembly at once. */
export class AssemblyError extends Error {
  override readonly name = 'AssemblyError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(written).join('\n'));
    this.problems = problems;
  }
}

function written({ stack, logicalId, construct, message }: Problem): string {
  const where = [stack, logicalId].filter((part) => part !== undefined).join('/');
  const known = construct === undefined ? '' : ` (${construct})`;
  return where === '' ? message : `${where}${known}: ${message}`;
}
