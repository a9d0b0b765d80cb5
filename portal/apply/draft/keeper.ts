import type { DraftDocument } from '../../../domain/draft/draft.ts';
import type { DraftView } from '../../api/applicant.ts';
import { type Api, Refusal, SessionEnded } from '../../api/client.ts';
import { type Conflict, mergeDrafts } from '../../form/merge.ts';

/** How a draft stands between this browser and the service. */
export type Standing =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** The service cannot be reached, or the session is over; it is tried again, and the words are kept here. */
  | { readonly kind: 'kept-here'; readonly error: unknown }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[]; readonly by: string };

/** Told when the document was changed by somebody else. */
type Changed = (document: DraftDocument, by: string) => void;

interface Kept {
  readonly revision: number;
  readonly base: DraftDocument;
  readonly document: DraftDocument;
}

/** How long somebody pauses in writing before it is saved, and how long until a saving that failed is tried again. */
const pauseMs = 800;
const retryMs = 10_000;

/**
 * Keeps a draft that is being written. Every change is in this browser at once and in the service after a pause; one
 * saving at a time, each naming the revision it replaces. What somebody else saved meanwhile is put together with it, and
 * where both changed the same field nothing is saved until a person has chosen.
 */
export class DraftKeeper {
  readonly #api: Api;
  readonly #draftId: string;
  readonly #changed: Changed;
  readonly #listeners = new Set<() => void>();
  #revision: number;
  /** What the service has, as revision `#revision`. */
  #base: DraftDocument;
  #document: DraftDocument;
  #standing: Standing;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;

  constructor(api: Api, view: DraftView, changed: Changed) {
    this.#api = api;
    this.#draftId = view.draftId;
    this.#changed = changed;
    this.#revision = view.revision;
    this.#base = view.document;
    this.#document = view.document;
    this.#standing = { kind: 'saved', at: view.savedAt };
    const kept = this.#keptHere();
    if (kept) this.#takeUp(kept, view);
  }

  get document(): DraftDocument {
    return this.#document;
  }

  get revision(): number {
    return this.#revision;
  }

  get standing(): Standing {
    return this.#standing;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes what was written. It is safe against a reload when this returns. */
  change(document: DraftDocument): void {
    if (JSON.stringify(document) === JSON.stringify(this.#document)) return;
    this.#document = document;
    this.#keepHere();
    if (this.#standing.kind === 'conflict') return;
    this.#stand({ kind: 'unsaved' });
    this.#saveAfter(pauseMs);
  }

  /**
   * Saves at once what is not saved, also what others' changes were put together with. Resolves when all is in the
   * service, or a person must choose first; throws why, where it cannot be saved now.
   */
  async flush(): Promise<void> {
    do {
      clearTimeout(this.#timer);
      await this.#saving;
      if (!this.#mayBeSaved()) return;
      await this.#save();
    } while (this.#standing.kind !== 'kept-here');
    throw this.#standing.error;
  }

  /** Takes what a person chose where both had changed the same, and saves it. */
  settle(document: DraftDocument): void {
    this.#document = document;
    this.#keepHere();
    this.#stand({ kind: 'unsaved' });
    this.#saveAfter(0);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #saveAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#saving && this.#mayBeSaved()) void this.#save();
    }, milliseconds);
  }

  /** Whether there is something to save that nobody has to choose about first. */
  #mayBeSaved(): boolean {
    return this.#standing.kind === 'unsaved' || this.#standing.kind === 'kept-here';
  }

  async #save(): Promise<void> {
    const document = this.#document;
    this.#stand({ kind: 'saving' });
    this.#saving = this.#put(document);
    await this.#saving;
    this.#saving = undefined;
    if (this.#standing.kind === 'unsaved') this.#saveAfter(pauseMs);
    if (this.#standing.kind === 'kept-here') this.#saveAfter(retryMs);
  }

  async #put(document: DraftDocument): Promise<void> {
    try {
      const saved = await this.#api('PUT /drafts/{draftId}', {
        path: { draftId: this.#draftId },
        body: { document },
        revision: this.#revision,
      });
      this.#revision = saved.revision;
      this.#base = document;
      if (this.#document === document) {
        localStorage.removeItem(this.#key);
        this.#stand({ kind: 'saved', at: saved.savedAt });
      } else {
        this.#keepHere();
        this.#stand({ kind: 'unsaved' });
      }
    } catch (error) {
      if (error instanceof Refusal && error.code === 'changed-meanwhile') {
        this.#meet(error.problem.current as DraftView);
      } else {
        this.#stand({ kind: 'kept-here', error });
        if (error instanceof SessionEnded) clearTimeout(this.#timer);
      }
    }
  }

  /** Somebody else saved: puts the two together. */
  #meet(theirs: DraftView): void {
    const { document, conflicts } = mergeDrafts(this.#base, this.#document, theirs.document);
    this.#revision = theirs.revision;
    this.#base = theirs.document;
    this.#document = document;
    this.#keepHere();
    this.#changed(document, theirs.savedBy);
    this.#stand(
      conflicts.length > 0 ? { kind: 'conflict', conflicts, by: theirs.savedBy } : { kind: 'unsaved' },
    );
  }

  /** Goes on with what this browser had kept and the service has not. */
  #takeUp({ revision, base, document }: Kept, view: DraftView): void {
    const merged =
      revision === view.revision ? { document, conflicts: [] } : mergeDrafts(base, document, view.document);
    this.#document = merged.document;
    this.#standing =
      merged.conflicts.length > 0
        ? { kind: 'conflict', conflicts: merged.conflicts, by: view.savedBy }
        : { kind: 'unsaved' };
    if (merged.conflicts.length === 0) this.#saveAfter(0);
  }

  get #key(): string {
    return `anslag.draft.${this.#draftId}`;
  }

  #keepHere(): void {
    const kept: Kept = { revision: this.#revision, base: this.#base, document: this.#document };
    localStorage.setItem(this.#key, JSON.stringify(kept));
  }

  #keptHere(): Kept | undefined {
    const text = localStorage.getItem(this.#key);
    return text ? (JSON.parse(text) as Kept) : undefined;
  }

  #stand(standing: Standing): void {
    this.#standing = standing;
    for (const listener of this.#listeners) listener();
  }
}
