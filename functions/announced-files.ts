import { looksLike } from '../domain/application/content-type.ts';
import type { UploadFile } from '../domain/case/events.ts';
import type { Fault } from '../domain/fault.ts';
import { type Bucket, findFile, readBeginning } from '../store/files.ts';

/**
 * What is wrong with an uploaded file: it is not there, it has not the announced length or the SHA-256 that S3 computed,
 * or it does not begin like the type it claims.
 */
export async function faultsOfFile(
  bucket: Bucket,
  key: string,
  file: UploadFile,
  place: string,
): Promise<readonly Fault[]> {
  const found = await findFile(bucket, key);
  if (!found) return [{ place, code: 'file-missing' }];
  if (found.sizeBytes !== file.sizeBytes || found.sha256 !== file.sha256) {
    return [{ place, code: 'file-differs' }];
  }
  const beginning = await readBeginning(bucket, key, 512);
  return looksLike(file.type, beginning)
    ? []
    : [{ place, code: 'file-type-differs', details: { announced: file.type } }];
}
