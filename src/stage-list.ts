import type { Stage } from './document/document.ts';

/**
 * Stages in order, each with a name. What the compiler checks: a stage takes what the one before it gives, and a run
 * that stops at a name gives what flows there.
 *
 * @typeParam Input what the first stage takes.
 * @typeParam Output what the last stage gives.
 * @typeParam Flow what each stage gives, by its name.
 */
export class StageList<Input, Output, Flow extends object> {
  /** Runs all stages. */
  readonly run: Stage<Input, Output>;
  readonly #until: ReadonlyMap<string, Stage<Input, unknown>>;

  private constructor(
    run: Stage<Input, Output>,
    until: ReadonlyMap<string, Stage<Input, unknown>>,
  ) {
    this.run = run;
    this.#until = until;
  }

  /** A list of one stage. */
  static of<Name extends string, Input, Output>(
    name: Name,
    stage: Stage<Input, Output>,
  ): StageList<Input, Output, Record<Name, Output>> {
    return new StageList(stage, new Map([[name, stage]]));
  }

  /** A list with one more stage at its end. */
  next<Name extends string, Next>(
    name: Name,
    stage: Stage<Output, Next>,
  ): StageList<Input, Next, Flow & Record<Name, Next>> {
    const before = this.run;
    const run = (input: Input): Next => stage(before(input));
    return new StageList(run, new Map([...this.#until, [name, run]]));
  }

  /** The names of the stages, in order. */
  get names(): string[] {
    return [...this.#until.keys()];
  }

  /**
   * Runs the stages up to the one of this name, it included, and gives what flows there.
   *
   * @throws {RangeError} when no stage has the name.
   */
  until<Name extends keyof Flow & string>(name: Name, input: Input): Flow[Name] {
    const run = this.#until.get(name);
    if (run === undefined) {
      throw new RangeError(`expected one of the stages ${this.names.join(', ')}, found ${name}`);
    }
    return run(input) as Flow[Name];
  }
}
