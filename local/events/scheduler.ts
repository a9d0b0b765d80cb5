import { requiredText } from '../assembly/properties.ts';
import type { Timer } from '../clock.ts';
import { inTransaction } from '../database.ts';
import { ServiceError } from '../service.ts';
import { type ScheduleDefinition, scheduleOf } from './schedule-definition.ts';
import { nextOccurrence } from './schedule-expression.ts';
import { ScheduleInvocations } from './schedule-invocations.ts';
import { ScheduleStore, type StoredGroup, type StoredSchedule } from './schedule-store.ts';
import type { Surroundings } from './surroundings.ts';
import { scheduleGroupArn } from './targets.ts';

const defaultGroup = 'default';

/**
 * EventBridge Scheduler: schedules of the template and of the API. Each occurrence becomes a durable invocation of
 * the target; of those that passed while the process was down, one is made late and the others are left out.
 *
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html
 */
export class Scheduler {
  readonly #options: Surroundings;
  readonly #store: ScheduleStore;
  readonly #timers = new Map<string, Timer>();
  readonly #declared = new Set<string>();
  readonly #invocations: ScheduleInvocations;

  constructor(options: Surroundings) {
    this.#options = options;
    const { clock, database } = options;
    this.#store = new ScheduleStore(database);
    this.#store.putGroup({ name: defaultGroup, created: clock.now(), declared: false });
    this.#invocations = new ScheduleInvocations(options);
  }

  /** Keeps a new schedule. The same client token twice is one schedule; a name in use is a ConflictException. */
  create(definition: ScheduleDefinition, clientToken?: string): void {
    const { group, name } = definition;
    this.group(group);
    const kept = this.#store.get(group, name);
    if (kept?.clientToken !== undefined && kept.clientToken === clientToken) return;
    if (kept) throw new ServiceError('ConflictException', `Schedule ${name} already exists.`, 409);
    const now = this.#options.clock.now();
    const token = clientToken === undefined ? {} : { clientToken };
    this.#put({ definition, created: now, modified: now, declared: false, ...token });
  }

  /** Puts a definition wholly in place of the one before. */
  update(definition: ScheduleDefinition): void {
    const { created, declared } = this.get(definition.group, definition.name);
    this.#put({ definition, created, declared, modified: this.#options.clock.now() });
  }

  /** Makes a schedule what the template says; one that has not changed goes on where it was. */
  declare(definition: ScheduleDefinition): void {
    const { group, name } = definition;
    this.#declared.add(`${group}/${name}`);
    const kept = this.#store.get(group, name);
    if (kept && JSON.stringify(kept.definition) === JSON.stringify(definition)) return;
    const now = this.#options.clock.now();
    this.#put({ definition, created: kept?.created ?? now, modified: now, declared: true });
  }

  get(group: string, name: string): StoredSchedule {
    const kept = this.#store.get(group, name);
    if (!kept) throw new ServiceError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
    return kept;
  }

  /** All schedules in the order of group and name. */
  list(): readonly StoredSchedule[] {
    return this.#store.all();
  }

  delete(group: string, name: string): void {
    this.get(group, name);
    this.#remove(group, name);
  }

  createGroup(name: string, declared: boolean): void {
    if (!declared && this.#store.group(name)) {
      throw new ServiceError('ConflictException', `Schedule group ${name} already exists.`, 409);
    }
    this.#store.putGroup({ name, created: this.#options.clock.now(), declared });
  }

  group(name: string): StoredGroup {
    const group = this.#store.group(name);
    if (!group)
      throw new ServiceError('ResourceNotFoundException', `Schedule group ${name} does not exist.`, 404);
    return group;
  }

  groups(prefix: string, after: string, most: number): readonly StoredGroup[] {
    return this.#store.groups(prefix, after, most);
  }

  /** Deletes a group with all its schedules; the default group stays (ValidationException). */
  deleteGroup(name: string): void {
    if (name === defaultGroup) {
      throw new ServiceError('ValidationException', 'The default schedule group cannot be deleted.');
    }
    this.group(name);
    for (const { definition } of this.#store.all()) {
      if (definition.group === name) this.#remove(name, definition.name);
    }
    this.#store.deleteGroup(name);
  }

  /** Sets the timers, and forgets schedules that the template no longer declares. */
  resume(): void {
    for (const { definition, declared, next, anchor } of this.#store.all()) {
      const { group, name } = definition;
      if (declared && !this.#declared.has(`${group}/${name}`)) this.#remove(group, name);
      else this.#arm(definition, anchor, next);
    }
    this.#invocations.resume();
  }

  close(): void {
    this.#invocations.close();
    for (const timer of this.#timers.values()) timer.cancel();
  }

  #put(schedule: Omit<StoredSchedule, 'anchor' | 'next'>): void {
    const { definition } = schedule;
    this.#checkRole(definition);
    const now = this.#options.clock.now();
    const anchor = definition.start ?? now;
    const next = definition.enabled ? this.#first(definition, now, anchor) : null;
    this.#store.put({ ...schedule, anchor, next });
    this.#arm(definition, anchor, next);
  }

  /** "The execution role you provide must allow EventBridge Scheduler to assume the role." */
  #checkRole({ group, target }: ScheduleDefinition): void {
    const roleArn = requiredText(target, 'RoleArn');
    try {
      const source = { 'aws:SourceArn': scheduleGroupArn(group, this.#options.place) };
      this.#options.access.checkAssume(roleArn, 'scheduler.amazonaws.com', source);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw new ServiceError(
        'ValidationException',
        'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
      );
    }
  }

  /** A rate without a start begins at once. A one-time schedule in the past would never run and is refused. */
  #first(definition: ScheduleDefinition, now: number, anchor: number): number | null {
    const schedule = scheduleOf(definition);
    if (schedule.kind === 'at' && schedule.instant <= now) {
      throw new ServiceError(
        'ValidationException',
        `Invalid Schedule Expression ${schedule.expression}: it is past.`,
      );
    }
    const from = schedule.kind === 'rate' ? Math.max(anchor, now) - 1 : now;
    return this.#next(definition, from, anchor);
  }

  /** StartDate and EndDate bound recurring schedules only. */
  #next(definition: ScheduleDefinition, after: number, anchor: number): number | null {
    const schedule = scheduleOf(definition);
    if (schedule.kind === 'at') return nextOccurrence(schedule, after, anchor) ?? null;
    const { start = 0, end = Number.POSITIVE_INFINITY } = definition;
    const next = nextOccurrence(schedule, Math.max(after, start - 1), anchor);
    return next !== undefined && next <= end ? next : null;
  }

  #arm(definition: ScheduleDefinition, anchor: number, next: number | null): void {
    const key = `${definition.group}/${definition.name}`;
    this.#timers.get(key)?.cancel();
    this.#timers.delete(key);
    if (next === null) return;
    this.#timers.set(
      key,
      this.#options.clock.at(next, () => this.#fire(definition, anchor, next)),
    );
  }

  #fire(definition: ScheduleDefinition, anchor: number, due: number): void {
    const { clock, database } = this.#options;
    const next = this.#next(definition, Math.max(due, clock.now()), anchor);
    inTransaction(database, () => {
      this.#invocations.add({ definition, due });
      if (next === null && definition.deleteWhenDone) this.#store.delete(definition.group, definition.name);
      else this.#store.setNext(definition.group, definition.name, next);
    });
    this.#arm(definition, anchor, next);
  }

  #remove(group: string, name: string): void {
    this.#store.delete(group, name);
    this.#timers.get(`${group}/${name}`)?.cancel();
    this.#timers.delete(`${group}/${name}`);
  }
}
