const MIB = 2 ** 20;

/** Names with commas between them; one that has a comma itself stands in quotes. */
const NAME = /"([^"]*)"|[^,]+/g;

/** A new search, as the fields of the form ask for it. What is left at its default is not sent. */
export class SearchRequest {
  constructor(private readonly form: HTMLFormElement) {}

  private text(name: string): string | undefined {
    return (this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement).value || undefined;
  }

  private number(name: string): number | undefined {
    const text = this.text(name)?.trim();
    return text ? Number(text) : undefined;
  }

  private scaled(name: string, factor: number): number | undefined {
    const number = this.number(name);
    return number === undefined ? undefined : number * factor;
  }

  private checked(name: string): boolean {
    return (this.form.elements.namedItem(name) as HTMLInputElement).checked;
  }

  body(dataset: string) {
    const warmStart = this.text("warmStart");
    return {
      dataset,
      target: this.text("target"),
      task: this.text("task"),
      metric: this.text("metric"),
      budget: this.budget(),
      searchSpace: this.text("searchSpace") ?? this.text("spaceText"),
      seed: this.number("seed"),
      parallelism: this.number("parallelism"),
      recipe: this.number("recipe"),
      validation: this.validation(),
      holdout: this.scaled("holdout", 0.01),
      testDataset: this.text("testDataset"),
      strategy: this.text("strategy"),
      constraints: this.constraints(),
      ensemble: this.checked("ensemble") ? undefined : false,
      warmStart: warmStart === undefined ? undefined : warmStart === "true",
      families: this.families(),
      limits: this.limits(),
    };
  }

  private budget() {
    const time = this.scaled("time", Number(this.text("unit")));
    return {
      time: time === undefined ? undefined : `PT${time}S`,
      trials: this.number("trials"),
      patience: this.checked("patience") ? this.number("patienceShare") : undefined,
    };
  }

  /** Of the fields that are shown for the kind. */
  private validation() {
    const kind = this.text("validation")!;
    const asks = (name: string) => !this.form.querySelector(`[name=${name}]`)!.closest<HTMLElement>("[data-for]")!.hidden;
    return {
      kind,
      column: asks("validationColumn") ? this.text("validationColumn") : undefined,
      folds: asks("folds") ? this.number("folds") : undefined,
      repeats: asks("repeats") ? this.number("repeats") : undefined,
      fraction: asks("fraction") ? this.scaled("fraction", 0.01) : undefined,
    };
  }

  private constraints() {
    const directions = [...this.form.querySelectorAll<HTMLSelectElement>("[data-direction]")].filter((each) => each.value);
    const interactions = (this.text("interactions") ?? "").split("\n")
      .map((line) => [...line.matchAll(NAME)].map(([name, quoted]) => quoted ?? name.trim()).filter((name) => name))
      .filter((names) => names.length);
    if (!directions.length && !interactions.length) {
      return undefined;
    }
    return {
      monotone: Object.fromEntries(directions.map((each) => [each.dataset.direction!, each.value])),
      interactions: interactions.length ? interactions : undefined,
    };
  }

  /** Nothing where all of the space's are ticked, or where it is a text of the user's. */
  private families() {
    const space = this.text("searchSpace");
    const boxes = [...this.form.querySelectorAll<HTMLInputElement>("[data-space] input")].filter((box) =>
      box.closest<HTMLElement>("[data-space]")!.dataset.space === space
    );
    return boxes.every((box) => box.checked) ? undefined : boxes.filter((box) => box.checked).map((box) => box.value);
  }

  private limits() {
    const bytes = (name: string) => {
      const most = this.scaled(name, MIB);
      return most === undefined ? undefined : Math.round(most);
    };
    const limits = {
      predictMicrosOneRow: this.number("mostOneRow"),
      predictMicrosPerRow: this.number("mostPerRow"),
      modelBytes: bytes("mostSize"),
      trainPeakBytes: bytes("mostMemory"),
    };
    return Object.values(limits).some((limit) => limit !== undefined) ? limits : undefined;
  }
}
