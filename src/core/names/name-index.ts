import { type LikenessReason, likeness, likenessReasons } from './likeness';
import { type PreparedName, prepareName } from './prepared-name';

/** Something with a name, further names, and perhaps a type. */
export interface Named {
  id: string;
  name: string;
  aliases: readonly string[];
  typeId: string | null;
}

export interface Match {
  id: string;
  reason: LikenessReason;
  /** From 0 to 1 among matches of one reason. */
  quality: number;
  /** The name or alias that is alike. */
  matched: string;
}

export interface FindOptions {
  /** Those of this type come first among equals. */
  typeId?: string | null;
  limit?: number;
  /** The query is being typed: a beginning or a piece of a name counts too. */
  typing?: boolean;
}

interface Entry {
  named: Named;
  name: PreparedName;
  aliases: PreparedName[];
}

const rank = new Map(likenessReasons.map((reason, index) => [reason, index]));

/** Entities by their names and everything that their names are like. Each name is prepared once. */
export class NameIndex {
  readonly #entries = new Map<string, Entry>();
  /** Ids by each form in which a name of theirs can be the same as another. */
  readonly #byForm = new Map<string, Set<string>>();

  constructor(all: Iterable<Named> = []) {
    for (const named of all) this.set(named);
  }

  set(named: Named): void {
    const before = this.#entries.get(named.id)?.named;
    const isSame =
      before &&
      before.name === named.name &&
      before.typeId === named.typeId &&
      before.aliases.length === named.aliases.length &&
      before.aliases.every((alias, index) => alias === named.aliases[index]);
    if (isSame) return;
    const { id, name, aliases, typeId } = named;
    this.delete(id);
    const entry: Entry = {
      named: { id, name, aliases, typeId },
      name: prepareName(name),
      aliases: aliases.map(prepareName),
    };
    this.#entries.set(id, entry);
    for (const form of formsOf(entry)) {
      const ids = this.#byForm.get(form);
      if (ids) ids.add(id);
      else this.#byForm.set(form, new Set([id]));
    }
  }

  delete(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    for (const form of formsOf(entry)) {
      const ids = this.#byForm.get(form);
      ids?.delete(id);
      if (ids?.size === 0) this.#byForm.delete(form);
    }
  }

  /** Makes these the ones that are in it; what has not changed is not prepared anew. */
  replace(all: readonly Named[]): void {
    const wanted = new Set(all.map(({ id }) => id));
    for (const id of [...this.#entries.keys()]) if (!wanted.has(id)) this.delete(id);
    for (const named of all) this.set(named);
  }

  /**
   * Those whose name or alias is like the query, the likest first: by reason, then those of the
   * wanted type, then by quality, then by name.
   */
  find(query: string, { typeId = null, limit = 20, typing = false }: FindOptions = {}): Match[] {
    const asked = prepareName(query);
    return this.#among(this.#entries.values(), asked, typeId, typing)
      .slice(0, limit)
      .map(({ match }) => match);
  }

  /** The first of what {@link find} would give, without looking at every name where one is the same. */
  best(query: string, typeId: string | null = null): Match | null {
    const asked = prepareName(query);
    const ids = new Set(formsOfName(asked).flatMap((form) => [...(this.#byForm.get(form) ?? [])]));
    const same = this.#among(
      [...ids].map((id) => this.#entries.get(id)!),
      asked,
      typeId,
      false,
    )[0]?.match;
    const isSure = same && rank.get(same.reason)! <= rank.get('transliterated')!;
    return isSure ? same : (this.find(query, { typeId, limit: 1 })[0] ?? null);
  }

  #among(
    entries: Iterable<Entry>,
    asked: PreparedName,
    typeId: string | null,
    typing: boolean,
  ): { match: Match; named: Named }[] {
    if (asked.folded === '') return [];
    const found: { match: Match; named: Named }[] = [];
    for (const { named, name, aliases } of entries) {
      let best = compare(asked, named.id, name, false, typing);
      for (const alias of aliases) {
        const other = compare(asked, named.id, alias, true, typing);
        if (other && (!best || byLikeness(other, best) < 0)) best = other;
      }
      if (best) found.push({ match: best, named });
    }
    const isWanted = ({ named }: { named: Named }) => Number(typeId !== null && named.typeId === typeId);
    return found.sort(
      (a, b) =>
        rank.get(a.match.reason)! - rank.get(b.match.reason)! ||
        isWanted(b) - isWanted(a) ||
        b.match.quality - a.match.quality ||
        (a.named.name < b.named.name ? -1 : a.named.name > b.named.name ? 1 : 0) ||
        (a.named.id < b.named.id ? -1 : 1),
    );
  }
}

/** The forms of which two names must have one in common to be the same by any rule down to 'transliterated'. */
function formsOfName({ bare, sorted, skeletons }: PreparedName): string[] {
  // Names that are equal or equal when folded are so without titles too.
  return [bare, ...(sorted === bare ? [] : [sorted]), ...skeletons.map((skeleton) => `~${skeleton}`)];
}

function formsOf({ name, aliases }: Entry): Set<string> {
  return new Set([name, ...aliases].flatMap(formsOfName));
}

function compare(
  asked: PreparedName,
  id: string,
  name: PreparedName,
  isAlias: boolean,
  typing: boolean,
): Match | null {
  const found = likeness(asked, name, typing);
  if (!found) return null;
  return {
    id,
    reason: isAlias && found.reason === 'exact' ? 'alias' : found.reason,
    quality: found.quality,
    matched: name.plain,
  };
}

function byLikeness(a: Match, b: Match): number {
  return rank.get(a.reason)! - rank.get(b.reason)! || b.quality - a.quality;
}
