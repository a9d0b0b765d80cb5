declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    readonly path?: string;
    readonly createTableMs?: number;
  }

  /** An HTTP server that answers as DynamoDB; closing it closes its store. */
  export default function dynalite(options: Options): Server;
}
