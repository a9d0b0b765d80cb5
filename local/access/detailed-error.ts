import { ServiceError } from '../service.ts';

/** A refusal with further elements that the service's error carries, for instance S3's `HeadersNotSigned`. */
export class DetailedError extends ServiceError {
  readonly details: Readonly<Record<string, string>>;

  constructor(code: string, message: string, status: number, details: Readonly<Record<string, string>>) {
    super(code, message, status);
    this.details = details;
  }
}
