import { checksumElements } from './checksums.ts';
import { invalidArgument } from './errors.ts';
import { lookUp } from './look-up.ts';
import { pageOfParts, partChecksum } from './multipart.ts';
import type { ObjectRequest } from './request.ts';
import type { ObjectOperation } from './stores.ts';
import { versionIdHeader } from './version-headers.ts';
import type { Part } from './versions.ts';
import { writeXml, type XmlElements } from './xml-writer.ts';

const attributes = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'];

/** GetObjectAttributes, "GetObjectAttributes", Amazon S3 API Reference, API_GetObjectAttributes.html */
export const getObjectAttributes: ObjectOperation = (stores, request) => {
  const wanted = readAttributes(request);
  const version = lookUp(stores, request, ['s3:GetObject', 's3:GetObjectAttributes']);
  const { etag, checksum, parts, size } = version.content;
  const all: XmlElements = {
    ETag: etag,
    Checksum: checksum && checksumElements(checksum),
    ObjectParts: parts && partsElements(request, parts),
    StorageClass: 'STANDARD',
    ObjectSize: size,
  };
  return {
    status: 200,
    headers: {
      'last-modified': new Date(version.modified).toUTCString(),
      ...versionIdHeader(request.bucket, version),
    },
    body: writeXml(
      'GetObjectAttributesResponse',
      Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name))),
    ),
  };
};

function readAttributes(request: ObjectRequest): string[] {
  const header = request.header('x-amz-object-attributes') ?? '';
  const wanted = header.split(',').map((name) => name.trim());
  if (wanted.every((name) => attributes.includes(name))) return wanted;
  throw invalidArgument('Invalid attribute name specified.', 'x-amz-object-attributes', header);
}

/** The parts themselves are listed only where they have checksums of their own. */
function partsElements(request: ObjectRequest, all: readonly Part[]): XmlElements {
  const count = { PartsCount: all.length };
  if (!all.some(({ checksum }) => checksum)) return count;
  const { parts, marker, most, next } = pageOfParts(all, {
    marker: request.header('x-amz-part-number-marker'),
    most: request.header('x-amz-max-parts'),
  });
  return {
    ...count,
    PartNumberMarker: marker,
    NextPartNumberMarker: next,
    MaxParts: most,
    IsTruncated: next !== undefined,
    Part: parts.map((part) => ({
      PartNumber: part.number,
      Size: part.size,
      ...partChecksum({ checksum: part.checksum }),
    })),
  };
}
