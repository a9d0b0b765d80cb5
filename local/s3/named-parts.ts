import * as z from 'zod';
import { DetailedError } from '../access/detailed-error.ts';
import { ServiceError } from '../service.ts';
import { algorithms } from './checksums.ts';
import { invalidRequest } from './errors.ts';
import type { Upload, UploadedPart } from './uploads.ts';
import { unquoted } from './write-conditions.ts';
import { elements, one, readXml } from './xml-reader.ts';

/** All parts but the last have at least 5 MiB. */
const smallestPart = 5 * 1024 * 1024;

const text = one(z.string());
const checksumText = Object.fromEntries(
  algorithms.map((algorithm) => [`Checksum${algorithm}`, z.optional(text)]),
) as Record<`Checksum${(typeof algorithms)[number]}`, z.ZodOptional<typeof text>>;
const completion = elements({
  Part: z
    .array(
      elements({
        PartNumber: one(
          z
            .string()
            .regex(/^\d{1,5}$/)
            .transform(Number),
        ),
        ETag: text,
        ...checksumText,
      }),
    )
    .min(1),
});
type NamedPart = z.infer<typeof completion>['Part'][number];

/** Reads the parts that CompleteMultipartUpload names. */
export function readNamedParts(body: string): readonly NamedPart[] {
  return readXml(body, 'CompleteMultipartUpload', completion).Part;
}

/** The parts as the request names them: in ascending order, each the one that was uploaded, none too small. */
export function chosenParts(
  named: readonly NamedPart[],
  upload: Upload,
  uploaded: readonly UploadedPart[],
): readonly UploadedPart[] {
  const chosen = named.map((name, index) => {
    const before = named[index - 1];
    if (before && before.PartNumber >= name.PartNumber) throw outOfOrder();
    const part = uploaded.find(({ number }) => number === name.PartNumber);
    if (!part || part.etag !== unquoted(name.ETag)) throw invalidPart(name);
    checkNamedChecksum(name, upload, part);
    return part;
  });
  const small = chosen.slice(0, -1).find(({ size }) => size < smallestPart);
  if (!small) return chosen;
  throw new DetailedError(
    'EntityTooSmall',
    'Your proposed upload is smaller than the minimum allowed size',
    400,
    {
      ETag: small.etag,
      PartNumber: String(small.number),
      ProposedSize: String(small.size),
      MinSizeAllowed: String(smallestPart),
    },
  );
}

function checkNamedChecksum(name: NamedPart, upload: Upload, part: UploadedPart): void {
  for (const algorithm of algorithms) {
    const given = name[`Checksum${algorithm}`];
    if (given !== undefined && (part.checksum?.algorithm !== algorithm || part.checksum.value !== given)) {
      throw invalidPart(name);
    }
  }
  const { algorithm, type } = upload.checksum ?? {};
  if (type === 'COMPOSITE' && algorithm && name[`Checksum${algorithm}`] === undefined) {
    throw invalidRequest(
      `The upload was created using a ${algorithm.toLowerCase()} checksum. The complete request must include the ` +
        `checksum for each part. It was missing for part ${part.number} in the request.`,
    );
  }
}

function invalidPart({ PartNumber, ETag }: NamedPart): ServiceError {
  return new DetailedError(
    'InvalidPart',
    'One or more of the specified parts could not be found. The part may not have been uploaded, or the specified ' +
      "entity tag may not match the part's entity tag.",
    400,
    { PartNumber: String(PartNumber), ETag },
  );
}

function outOfOrder(): ServiceError {
  return new ServiceError(
    'InvalidPartOrder',
    'The list of parts was not in ascending order. The parts list must be specified in order by part number.',
  );
}
