/** Lists of things by a name. Most scopes have none of most kinds: nothing is made before the first. */
export class ListsByName<Item> {
  private lists: Map<string, Item[]> | null = null;

  has(name: string): boolean {
    return this.lists !== null && this.lists.has(name);
  }

  /** The things of a name in the order in which they were added; undefined where there are none. */
  get(name: string): readonly Item[] | undefined {
    return this.lists === null ? undefined : this.lists.get(name);
  }

  add(name: string, item: Item): void {
    this.lists ??= new Map();
    const list = this.lists.get(name);
    if (list === undefined) this.lists.set(name, [item]);
    else list.push(item);
  }

  names(): readonly string[] {
    return this.lists === null ? [] : [...this.lists.keys()];
  }
}
