/**
 * Rows as CSV (RFC 4180), each ended by CR LF. A text that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
export function asCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
