/** What we use of asl-validator, which brings no types. */
declare module 'asl-validator' {
  interface Validation {
    readonly isValid: boolean;
    readonly errors: readonly { readonly 'Error code': string; readonly Message: string }[];
  }
  export default function validate(definition: unknown): Validation;
}
