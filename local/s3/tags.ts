import { ServiceError } from '../service.ts';

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The tags of `x-amz-tagging`, written there as a query. */
export function readTagging(header: string | undefined): readonly Tag[] {
  return checkedTags([...new URLSearchParams(header ?? '')].map(([key, value]) => ({ key, value })));
}

/**
 * The tags, if an object may have them: at most ten, keys of 1 to 128 and values of up to 256 characters, no key
 * twice. Others are refused as InvalidTag or BadRequest.
 *
 * "Categorizing your objects using tags", Amazon S3 User Guide, object-tagging.html
 */
export function checkedTags(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length > 10) throw new ServiceError('BadRequest', 'Object tags cannot be greater than 10');
  if (new Set(tags.map(({ key }) => key)).size < tags.length) {
    throw new ServiceError('InvalidTag', 'Cannot provide multiple Tags with the same key');
  }
  for (const { key, value } of tags) {
    if (!isTagText(key, 1, 128)) {
      throw new ServiceError('InvalidTag', 'The TagKey you have provided is invalid');
    }
    if (!isTagText(value, 0, 256)) {
      throw new ServiceError('InvalidTag', 'The TagValue you have provided is invalid');
    }
  }
  return tags;
}

function isTagText(value: string, shortest: number, longest: number): boolean {
  const length = [...value].length;
  return length >= shortest && length <= longest && /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(value);
}
