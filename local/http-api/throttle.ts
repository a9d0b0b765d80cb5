import type { RouteSettings } from './definition.ts';

/** What an account may do unless its settings say less: 10,000 requests a second, 5,000 at once. */
const account = { rate: 10_000, burst: 5_000 };

/**
 * The token bucket of one route: it holds `burst` requests and fills at `rate` a second of the cloud's clock.
 *
 * "Throttle requests to your HTTP APIs for better throughput in API Gateway":
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html
 */
export class Throttle {
  readonly #rate: number;
  readonly #burst: number;
  #tokens: number;
  #filledAt: number;

  constructor(settings: RouteSettings, now: number) {
    this.#rate = settings.ThrottlingRateLimit ?? account.rate;
    this.#burst = settings.ThrottlingBurstLimit ?? account.burst;
    this.#tokens = this.#burst;
    this.#filledAt = now;
  }

  /** Whether one more request may pass at `now` (milliseconds); if so, it is counted. */
  admits(now: number): boolean {
    const filled = this.#tokens + ((now - this.#filledAt) / 1000) * this.#rate;
    this.#tokens = Math.min(this.#burst, filled);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }
}
