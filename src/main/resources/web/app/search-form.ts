import { json, Problem } from "./api.ts";
import { alarm } from "./faults.ts";

/** The share of a search that may pass without a gain. */
const PATIENCE = 0.5;

const MIB = 2 ** 20;

const number = (text: string) => (text.trim() === "" ? undefined : Number(text));

/** Proposes task and metric for the chosen target, and posts the search. The form inside is written by the server. */
class SearchForm extends HTMLElement {
  private get form(): HTMLFormElement {
    return this.querySelector("form")!;
  }

  private field(name: string): HTMLInputElement | HTMLSelectElement {
    return this.form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  }

  connectedCallback() {
    this.field("target").addEventListener("change", () => this.propose());
    this.field("task").addEventListener("change", () => this.fitMetrics());
    this.field("validation").addEventListener("change", () => this.fitValidation());
    this.field("searchSpace").addEventListener("change", () => this.fitFamilies());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
    this.propose();
    this.fitValidation();
    this.fitFamilies();
  }

  /** The families of the chosen search space stay on offer. */
  private fitFamilies() {
    for (const box of this.querySelectorAll<HTMLElement>("[data-space]")) {
      box.hidden = box.dataset.space !== this.field("searchSpace").value;
    }
  }

  /** Nothing where all of the space's are ticked. */
  private families() {
    const space = this.field("searchSpace").value;
    const boxes = [...this.querySelectorAll<HTMLInputElement>("[data-space] input")].filter((box) =>
      box.closest<HTMLElement>("[data-space]")!.dataset.space === space
    );
    return boxes.every((box) => box.checked) ? undefined : boxes.filter((box) => box.checked).map((box) => box.value);
  }

  private limits() {
    const size = (name: string) => {
      const most = number(this.field(name).value);
      return most === undefined ? undefined : Math.round(most * MIB);
    };
    const limits = {
      predictMicrosOneRow: number(this.field("mostOneRow").value),
      predictMicrosPerRow: number(this.field("mostPerRow").value),
      modelBytes: size("mostSize"),
      trainPeakBytes: size("mostMemory"),
    };
    return Object.values(limits).some((limit) => limit !== undefined) ? limits : undefined;
  }

  /** Only a validation by column asks for one. */
  private fitValidation() {
    const byColumn = ["group", "time", "custom"].includes(this.field("validation").value);
    this.querySelector<HTMLElement>("#by-column")!.hidden = !byColumn;
  }

  private validation() {
    const kind = this.field("validation").value;
    const byColumn = ["group", "time", "custom"].includes(kind);
    return byColumn ? { kind, column: this.field("validationColumn").value } : kind;
  }

  private propose() {
    const target = this.field("target") as HTMLSelectElement;
    const proposed = target.selectedOptions[0]?.dataset;
    if (proposed?.task) {
      this.field("task").value = proposed.task;
    }
    this.fitMetrics(proposed?.metric);
  }

  /** Only metrics that can judge the task stay on offer. */
  private fitMetrics(proposed?: string) {
    const task = this.field("task").value;
    const metric = this.field("metric") as HTMLSelectElement;
    for (const option of metric.options) {
      const fits = !task || (option.dataset.tasks ?? "").split(" ").includes(task);
      option.hidden = !fits;
      option.disabled = !fits;
    }
    if (proposed) {
      metric.value = proposed;
    }
    if (!metric.selectedOptions[0] || metric.selectedOptions[0].disabled) {
      const fitting = [...metric.options].filter((option) => !option.disabled);
      metric.value = (fitting.find((option) => option.dataset.first === task) ?? fitting[0])?.value ?? "";
    }
  }

  private holdout() {
    const percent = number(this.field("holdout").value);
    return percent === undefined ? undefined : percent / 100;
  }

  private body() {
    const time = number(this.field("time").value);
    return {
      dataset: this.dataset.dataset,
      target: this.field("target").value,
      task: this.field("task").value || undefined,
      metric: this.field("metric").value || undefined,
      budget: {
        time: time === undefined ? undefined : `PT${time * Number(this.field("unit").value)}S`,
        trials: number(this.field("trials").value),
        patience: (this.field("patience") as HTMLInputElement).checked ? PATIENCE : undefined,
      },
      searchSpace: this.field("searchSpace").value || undefined,
      seed: number(this.field("seed").value),
      validation: this.validation(),
      holdout: this.holdout(),
      families: this.families(),
      limits: this.limits(),
    };
  }

  private async send() {
    const button = this.form.querySelector<HTMLButtonElement>("button[type=submit]")!;
    button.disabled = true;
    this.clear();
    try {
      const job = await json<{ id: string }>("/api/v1/search-jobs", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(this.body()),
      });
      location.assign(`/searches/${encodeURIComponent(job.id)}`);
    } catch (problem) {
      button.disabled = false;
      this.show(problem as Problem);
    }
  }

  private clear() {
    this.querySelector(".problem")!.replaceChildren();
    for (const note of this.querySelectorAll<HTMLElement>("[data-pointer]")) {
      note.textContent = "";
    }
    for (const field of this.form.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      field.classList.remove("is-invalid");
    }
  }

  /** Each fault next to the field its pointer names, the rest above the button. */
  private show(problem: Problem) {
    const notes = [...this.querySelectorAll<HTMLElement>("[data-pointer]")];
    let first: HTMLElement | undefined;
    const rest = (problem.faults ?? []).filter((fault) => {
      const note = notes.find((each) => each.dataset.pointer!.split(" ").includes(fault.pointer ?? "?"));
      if (!note) {
        return true;
      }
      note.textContent = note.textContent ? `${note.textContent}; ${fault.message}` : fault.message;
      const field = this.form.querySelector<HTMLElement>(`[aria-describedby~="${note.id}"]`);
      field?.setAttribute("aria-invalid", "true");
      field?.classList.add("is-invalid");
      first ??= field ?? undefined;
      note.closest("details")?.setAttribute("open", "");
      return false;
    });
    if (rest.length || !problem.faults?.length) {
      this.querySelector(".problem")!.replaceChildren(alarm(problem, rest));
    }
    first?.focus();
  }
}
customElements.define("th-search-form", SearchForm);
