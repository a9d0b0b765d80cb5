/**
 * Paths as a tree of (item, rest of the path), growing at the leaves; what no choice uses any more is swept away. A path is the
 * number of its last node, and -1 where it is empty.
 */
export class Trail {
  #items: Int32Array = new Int32Array(256);
  #rests: Int32Array = new Int32Array(256);
  #count = 0;
  readonly #fewest: number;
  #sweepAt: number;

  /** @param fewest how many nodes are swept at the least */
  constructor(fewest = 1 << 20) {
    this.#fewest = fewest;
    this.#sweepAt = fewest;
  }

  extend(path: number, item: number): number {
    if (this.#count === this.#items.length) {
      this.#items = grown(this.#items);
      this.#rests = grown(this.#rests);
    }
    this.#items[this.#count] = item;
    this.#rests[this.#count] = path;
    this.#count += 1;
    return this.#count - 1;
  }

  itemsOf(path: number): readonly number[] {
    const items: number[] = [];
    for (let node = path; node >= 0; node = this.#rests[node] as number)
      items.push(this.#items[node] as number);
    return items;
  }

  /** Once the tree has grown enough: keeps only the nodes the paths in use lead through, and renames these paths. */
  forgetUnless(paths: Int32Array, used: number): void {
    if (this.#count < this.#sweepAt) return;
    const renamed = new Int32Array(this.#count).fill(-1);
    for (let index = 0; index < used; index += 1)
      for (
        let node = paths[index] as number;
        node >= 0 && renamed[node] === -1;
        node = this.#rests[node] as number
      )
        renamed[node] = 0;
    this.#compact(renamed);
    for (let index = 0; index < used; index += 1) {
      const path = paths[index] as number;
      if (path >= 0) paths[index] = renamed[path] as number;
    }
    this.#sweepAt = Math.max(this.#fewest, 4 * this.#count);
  }

  /** A node comes after the rest of its path, so one pass upwards can rename in place. */
  #compact(renamed: Int32Array): void {
    let kept = 0;
    for (let node = 0; node < this.#count; node += 1) {
      if (renamed[node] === -1) continue;
      const rest = this.#rests[node] as number;
      this.#items[kept] = this.#items[node] as number;
      this.#rests[kept] = rest < 0 ? -1 : (renamed[rest] as number);
      renamed[node] = kept;
      kept += 1;
    }
    this.#count = kept;
  }
}

function grown(list: Int32Array): Int32Array {
  const longer = new Int32Array(2 * list.length);
  longer.set(list);
  return longer;
}
