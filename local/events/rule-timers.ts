import type { Clock, Timer } from '../clock.ts';
import { type Database, inTransaction } from '../database.ts';
import { nextOccurrence, type Schedule } from './schedule-expression.ts';

interface Scheduled {
  readonly arn: string;
  readonly enabled: boolean;
  readonly schedule?: Schedule;
}

/**
 * When the scheduled rules fire next, durably. A rate is counted from the rule's creation. Of the occurrences that
 * passed while the process was down, one fires late; the others are left out.
 */
export class RuleTimers {
  readonly #clock: Clock;
  readonly #database: Database;
  readonly #fire: (ruleArn: string, instant: number) => void;
  readonly #timers: Timer[] = [];

  constructor(clock: Clock, database: Database, fire: (ruleArn: string, instant: number) => void) {
    this.#clock = clock;
    this.#database = database;
    this.#fire = fire;
    database.exec(`
      CREATE TABLE IF NOT EXISTS events_timers (
        rule TEXT PRIMARY KEY, schedule TEXT NOT NULL, anchor INTEGER NOT NULL, next INTEGER)`);
  }

  /** Sets the timers of these rules and forgets those of others. */
  resume(rules: readonly Scheduled[]): void {
    const active = rules.filter(({ enabled, schedule }) => enabled && schedule);
    const names = JSON.stringify(active.map(({ arn }) => arn));
    this.#database
      .prepare('DELETE FROM events_timers WHERE rule NOT IN (SELECT value FROM json_each(?))')
      .run(names);
    for (const { arn, schedule } of active) if (schedule) this.#resume(arn, schedule);
  }

  close(): void {
    for (const timer of this.#timers) timer.cancel();
  }

  #resume(rule: string, schedule: Schedule): void {
    const kept = this.#database
      .prepare('SELECT anchor, next FROM events_timers WHERE rule = ? AND schedule = ?')
      .get(rule, schedule.expression) as { anchor: number; next: number | null } | undefined;
    const anchor = kept?.anchor ?? this.#clock.now();
    const next = kept ? kept.next : (nextOccurrence(schedule, anchor, anchor) ?? null);
    this.#database
      .prepare('INSERT OR REPLACE INTO events_timers (rule, schedule, anchor, next) VALUES (?, ?, ?, ?)')
      .run(rule, schedule.expression, anchor, next);
    if (next !== null) this.#arm(rule, schedule, anchor, next);
  }

  #arm(rule: string, schedule: Schedule, anchor: number, due: number): void {
    const timer = this.#clock.at(due, () => {
      this.#timers.splice(this.#timers.indexOf(timer), 1);
      const next = nextOccurrence(schedule, Math.max(due, this.#clock.now()), anchor) ?? null;
      inTransaction(this.#database, () => {
        this.#database.prepare('UPDATE events_timers SET next = ? WHERE rule = ?').run(next, rule);
        this.#fire(rule, due);
      });
      if (next !== null) this.#arm(rule, schedule, anchor, next);
    });
    this.#timers.push(timer);
  }
}
