import { json, Problem } from "./api.ts";
import type { Editor } from "./editor.ts";
import { alarm } from "./faults.ts";
import { SearchRequest } from "./search-request.ts";

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
    this.field("searchSpace").addEventListener("change", () => void this.fitSpace());
    this.field("patience").addEventListener("change", () => this.fitPatience());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
    this.propose();
    this.fitValidation();
    this.fitPatience();
    void this.fitSpace();
  }

  /** The families of the chosen search space stay on offer; one's own begins with the text of the first. */
  private async fitSpace() {
    const space = this.field("searchSpace") as HTMLSelectElement;
    for (const box of this.querySelectorAll<HTMLElement>("[data-space]")) {
      box.hidden = box.dataset.space !== space.value;
    }
    this.querySelector<HTMLElement>("#families")!.hidden = !space.value;
    this.querySelector<HTMLElement>("[data-own-space]")!.hidden = Boolean(space.value);
    if (!space.value && !this.editor.value) {
      const { yaml } = await json<{ yaml: string }>(`/api/v1/search-spaces/${space.options[0]!.value}`);
      this.editor.value ||= yaml;
    }
  }

  private get editor() {
    return this.querySelector<Editor>("th-editor")!;
  }

  /** Only what the kind of validation takes is asked for. */
  private fitValidation() {
    for (const part of this.querySelectorAll<HTMLElement>("[data-for]")) {
      part.hidden = !part.dataset.for!.split(" ").includes(this.field("validation").value);
    }
  }

  private fitPatience() {
    this.querySelector<HTMLElement>("[data-patience]")!.hidden = !(this.field("patience") as HTMLInputElement).checked;
  }

  private propose() {
    const target = this.field("target") as HTMLSelectElement;
    const proposed = target.selectedOptions[0]?.dataset;
    for (const direction of this.querySelectorAll<HTMLSelectElement>("[data-direction]")) {
      const own = direction.dataset.direction === target.value;
      direction.parentElement!.hidden = own;
      direction.value = own ? "" : direction.value;
    }
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

  private async send() {
    const button = this.form.querySelector<HTMLButtonElement>("button[type=submit]")!;
    button.disabled = true;
    this.clear();
    try {
      const job = await json<{ id: string }>("/api/v1/search-jobs", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(new SearchRequest(this.form).body(this.dataset.dataset!)),
      });
      location.assign(`/searches/${encodeURIComponent(job.id)}`);
    } catch (problem) {
      button.disabled = false;
      this.show(problem as Problem);
    }
  }

  /** Whether a fault belongs to a field: by one of its pointers, or below one that ends in a star. */
  private static names(pointers: string, pointer: string) {
    return pointers.split(" ").some((own) => own.endsWith("*") ? pointer.startsWith(own.slice(0, -1)) : own === pointer);
  }

  private clear() {
    this.editor.show([]);
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
    const own = this.field("searchSpace").value === "";
    const faults = own ? this.editor.take(problem, "/searchSpace") : problem.faults ?? [];
    if (faults.length < (problem.faults ?? []).length) {
      this.editor.closest("details")?.setAttribute("open", "");
    }
    const rest = faults.filter((fault) => {
      const note = notes.find((each) => SearchForm.names(each.dataset.pointer!, fault.pointer ?? "?"));
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
