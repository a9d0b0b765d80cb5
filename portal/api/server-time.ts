let offset = 0;

/** Learns from an answer what time the service has, which alone counts for deadlines. */
export function noteServerTime(date: string | null): void {
  const at = Date.parse(date ?? '');
  if (!Number.isNaN(at)) offset = at - Date.now();
}

/** The service's time, as an instant in UTC. */
export function serverNow(): string {
  return new Date(Date.now() + offset).toISOString();
}
