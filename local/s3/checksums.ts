import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type Crc64, crc32c, crc64nvme } from './crc.ts';
import { notImplemented } from './errors.ts';

/** The checksum algorithms offered; S3 has taken up SHA512, MD5 and XXHASH since, which are refused. */
export const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** Of the whole object, or of the checksums of its parts (then the value ends in `-<parts>`). */
export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

export interface Checksum {
  readonly algorithm: Algorithm;
  /** Base64. */
  readonly value: string;
  readonly type: ChecksumType;
}

/** A checksum in the making. */
export interface Hasher {
  update(chunk: Uint8Array): void;
  digest(): Buffer;
}

/**
 * "Checking object integrity for data uploads in Amazon S3", Amazon S3 User Guide,
 * checking-object-integrity-upload.html
 */
export function hasherOf(algorithm: Algorithm | 'MD5'): Hasher {
  switch (algorithm) {
    case 'CRC32':
      return running32(crc32);
    case 'CRC32C':
      return running32(crc32c);
    case 'CRC64NVME':
      return running64();
    default:
      return createHash(algorithm.toLowerCase());
  }
}

/** The header that carries it, for instance `x-amz-checksum-crc32`. */
export function checksumHeader(algorithm: Algorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** `algorithm` as S3 names it in XML and in `x-amz-checksum-algorithm`; others are refused. */
export function readAlgorithm(text: string): Algorithm {
  const algorithm = algorithms.find((known) => known === text.toUpperCase());
  if (!algorithm) throw notImplemented(`the checksum algorithm ${text}`);
  return algorithm;
}

/** The elements of a checksum, for instance `ChecksumCRC32` and `ChecksumType`. */
export function checksumElements(checksum: Checksum | undefined): Record<string, string> {
  return checksum ? { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type } : {};
}

/** Whether `value` is Base64 of as many bytes as the algorithm gives. */
export function isDigest(algorithm: Algorithm | 'MD5', value: string): boolean {
  return (
    Buffer.from(value, 'base64').toString('base64') === value && byteLength(value) === lengths[algorithm]
  );
}

const lengths = { CRC32: 4, CRC32C: 4, CRC64NVME: 8, SHA1: 20, SHA256: 32, MD5: 16 };

function byteLength(base64: string): number {
  return Buffer.from(base64, 'base64').length;
}

function running32(next: (bytes: Uint8Array, crc: number) => number): Hasher {
  let crc = 0;
  return {
    update: (chunk) => {
      crc = next(chunk, crc);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(crc);
      return bytes;
    },
  };
}

function running64(): Hasher {
  let crc: Crc64 = { high: 0, low: 0 };
  return {
    update: (chunk) => {
      crc = crc64nvme(chunk, crc);
    },
    digest: () => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(crc.high);
      bytes.writeUInt32BE(crc.low, 4);
      return bytes;
    },
  };
}
