/** An address that takes exactly one file, and what has to be sent with it. */
export interface UploadAddress {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Puts a file straight into the storage, telling the share that is sent. Rejects where it does not arrive. A file that
 * is there already counts as arrived: the address takes its bytes once, and an answer may have been lost.
 */
export function upload(
  { url, headers }: UploadAddress,
  file: File,
  { progress, signal }: { progress: (share: number) => void; signal: AbortSignal },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const failed = () => reject(new UploadFailed(request.status));
    request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 1 : loaded / total);
    request.onload = () => (request.status === 200 || request.status === 412 ? resolve() : failed());
    request.onerror = failed;
    request.ontimeout = failed;
    request.onabort = failed;
    signal.addEventListener('abort', () => request.abort());
    request.open('PUT', url);
    // The length the browser sets itself, and lets no page set.
    const own = Object.entries(headers).filter(([name]) => name !== 'content-length');
    for (const [name, value] of own) request.setRequestHeader(name, value);
    request.send(file);
  });
}

/** 0 where nothing came back at all. */
class UploadFailed extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the storage answered ${status}`);
    this.status = status;
  }
}
