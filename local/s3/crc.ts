/*
 * The two CRCs of S3 that Node does not have, by table, reflected, starting from and ended by all ones.
 * Catalogue of parametrised CRC algorithms, reveng.sourceforge.io: CRC-32/ISCSI and CRC-64/NVME.
 */

/** Continues the CRC-32C `crc` (0 at first) over `bytes`. */
export function crc32c(bytes: Uint8Array, crc: number): number {
  let state = ~crc;
  for (const byte of bytes) state = at(castagnoli, (state ^ byte) & 0xff) ^ (state >>> 8);
  return ~state >>> 0;
}

/** A CRC-64/NVME in two unsigned halves: 64 bits in one BigInt would be thirty times slower. */
export interface Crc64 {
  readonly high: number;
  readonly low: number;
}

/** Continues `crc` (both halves 0 at first) over `bytes`. */
export function crc64nvme(bytes: Uint8Array, crc: Crc64): Crc64 {
  let high = ~crc.high;
  let low = ~crc.low;
  for (const byte of bytes) {
    const index = (low ^ byte) & 0xff;
    low = ((low >>> 8) | (high << 24)) ^ at(nvmeLow, index);
    high = (high >>> 8) ^ at(nvmeHigh, index);
  }
  return { high: ~high >>> 0, low: ~low >>> 0 };
}

const castagnoli = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

const nvme = Array.from({ length: 256 }, (_, index) => {
  let value = BigInt(index);
  for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ 0x9a6c9329ac4bc9b5n : value >> 1n;
  return value;
});
const nvmeHigh = Int32Array.from(nvme, (value) => Number(BigInt.asIntN(32, value >> 32n)));
const nvmeLow = Int32Array.from(nvme, (value) => Number(BigInt.asIntN(32, value)));

function at(table: Int32Array, index: number): number {
  return table[index] as number;
}
