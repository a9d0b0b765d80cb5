/** The SHA-256 of a file, in lower-case hexadecimal. The whole file is read: at most the 50 MB an attachment may have. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
