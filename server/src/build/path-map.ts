// A map keyed by absolute paths that knows at once whether anything lies below a folder.

/** Keys are normalised absolute paths. A class, for it must keep its counts in step with every change. */
export class PathMap<Value> extends Map<string, Value> {
  /** How many keys lie below each folder. Set up lazily: Map's constructor calls `set` before fields exist. */
  #below: Map<string, number> | null = null;

  #counts(): Map<string, number> {
    this.#below ??= new Map();
    return this.#below;
  }

  #count(path: string, by: number): void {
    const counts = this.#counts();
    for (let slash = path.lastIndexOf('/'); slash >= 0 && path !== '/';) {
      const folder = slash === 0 ? '/' : path.slice(0, slash);
      counts.set(folder, (counts.get(folder) ?? 0) + by);
      if (slash === 0) break;
      slash = path.lastIndexOf('/', slash - 1);
    }
  }

  override set(path: string, value: Value): this {
    if (!this.has(path)) this.#count(path, 1);
    return super.set(path, value);
  }

  override delete(path: string): boolean {
    const had = super.delete(path);
    if (had) this.#count(path, -1);
    return had;
  }

  /** Whether any key lies below the folder. */
  hasBelow(folder: string): boolean {
    return (this.#below?.get(folder) ?? 0) > 0;
  }

  copy(): PathMap<Value> {
    const copied = new PathMap<Value>();
    for (const [path, value] of this) copied.setUncounted(path, value);
    copied.#below = new Map(this.#below ?? []);
    return copied;
  }

  private setUncounted(path: string, value: Value): void {
    super.set(path, value);
  }
}
