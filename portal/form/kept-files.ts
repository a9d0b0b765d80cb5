/**
 * Files that are being uploaded, kept in this browser until they have arrived, so that an upload goes on after a reload.
 * Where the browser keeps nothing, for instance in a private window, the file has to be chosen again.
 */
const database = 'anslag-uploads';
const store = 'files';

export async function keepFile(key: string, file: File): Promise<void> {
  await transact('readwrite', (files) => files.put(file, key)).catch(() => undefined);
}

export async function keptFile(key: string): Promise<File | undefined> {
  const file = await transact('readonly', (files) => files.get(key)).catch(() => undefined);
  return file instanceof File ? file : undefined;
}

export async function forgetFile(key: string): Promise<void> {
  await transact('readwrite', (files) => files.delete(key)).catch(() => undefined);
}

async function transact(
  mode: IDBTransactionMode,
  run: (files: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const opened = await open();
  try {
    return await settled(run(opened.transaction(store, mode).objectStore(store)));
  } finally {
    opened.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(store);
  return settled(request);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
