import { useSyncExternalStore } from 'react';

/** Whether the browser runs the page: false while it only shows what was drawn at the build. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

const never = () => () => {};
