/** Says how often something may be started again within a stretch of time, so that it cannot go on for ever. */
export class RestartLimit {
  readonly #most: number;
  readonly #stretch: number;
  #times: number[] = [];

  /** @param stretch in milliseconds */
  constructor(most: number, stretch: number) {
    this.#most = most;
    this.#stretch = stretch;
  }

  /** May it be started again at this time (milliseconds)? Counts it if so. */
  allows(now: number): boolean {
    this.#times = this.#times.filter((time) => now - time < this.#stretch);
    if (this.#times.length >= this.#most) return false;
    this.#times.push(now);
    return true;
  }
}
