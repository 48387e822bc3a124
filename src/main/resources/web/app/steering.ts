import { jobUrl, json, Problem } from "./api.ts";
import type { Editor } from "./editor.ts";
import { alarm } from "./faults.ts";
import { Live } from "./live.ts";

const OPEN = new Set(["QUEUED", "RUNNING", "PAUSING", "PAUSED"]);

const number = (text: string) => (text.trim() === "" ? undefined : Number(text));

/** Forms that change a search while it is there: its budget, a trial to try, its space. Written by the server. */
class Steering extends HTMLElement {
  private live!: Live;

  connectedCallback() {
    this.live = Live.around(this);
    this.live.addEventListener("th-job", () => this.fit(this.live.job!.state));
    this.start.addEventListener("change", () => {
      this.editor("try").value = this.start.selectedOptions[0]?.dataset.text ?? "";
    });
    this.on("budget", (form) => this.extend(form));
    this.on("try", () => this.try());
    this.on("space", () => this.narrow());
    this.open();
    addEventListener("hashchange", () => this.open());
  }

  /** A link to one of the forms opens it. */
  private open() {
    const part = location.hash.length > 1 ? this.querySelector(`details#${CSS.escape(location.hash.slice(1))}`) : null;
    part?.setAttribute("open", "");
    part?.scrollIntoView();
  }

  /** A search that has ended can only be given more to use up. */
  private fit(state: string) {
    for (const part of this.querySelectorAll<HTMLElement>("[data-while-open]")) {
      part.hidden = !OPEN.has(state);
    }
    this.querySelector<HTMLElement>("[data-when-ended]")!.hidden = OPEN.has(state);
  }

  private get start() {
    return this.querySelector<HTMLSelectElement>("#start")!;
  }

  private editor(form: string) {
    return this.querySelector<Editor>(`form[data-form=${form}] th-editor`)!;
  }

  private on(name: string, send: (form: HTMLFormElement) => Promise<string | Node>) {
    const form = this.querySelector<HTMLFormElement>(`form[data-form=${name}]`)!;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send(form, send);
    });
  }

  private async send(form: HTMLFormElement, send: (form: HTMLFormElement) => Promise<string | Node>) {
    const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
    const done = form.querySelector<HTMLElement>(".done")!;
    const problems = form.querySelector<HTMLElement>(".problem")!;
    button.disabled = true;
    done.replaceChildren();
    problems.replaceChildren();
    for (const note of form.querySelectorAll<HTMLElement>("p[data-pointer]")) {
      note.textContent = "";
    }
    try {
      done.replaceChildren(await send(form));
      await this.live.loadJob();
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      const rest = this.place(form, problem);
      if (rest.length || !problem.faults.length) {
        problems.replaceChildren(alarm(problem, rest));
      }
    } finally {
      button.disabled = false;
    }
  }

  /** Each fault where it belongs; those that belong nowhere are given back. */
  private place(form: HTMLFormElement, problem: Problem) {
    const editor = form.querySelector<Editor>("th-editor");
    const faults = editor ? editor.take(problem, editor.dataset.pointer!) : problem.faults;
    return faults.filter((fault) => {
      const note = [...form.querySelectorAll<HTMLElement>("p[data-pointer]")]
        .find((each) => each.dataset.pointer!.split(" ").includes(fault.pointer ?? "?"));
      if (note) {
        note.textContent = fault.message;
      }
      return !note;
    });
  }

  private async extend(form: HTMLFormElement) {
    const field = (name: string) => (form.elements.namedItem(name) as HTMLInputElement).value;
    const time = number(field("time"));
    await this.post("POST", "extend", {
      budget: {
        time: time === undefined ? undefined : time * Number(field("unit")),
        trials: number(field("trials")),
        patience: number(field("patience")),
      },
    });
    return "The search has this budget now.";
  }

  private async try() {
    const editor = this.editor("try");
    const before = this.live.trials.size;
    const trial = await this.post<{ trial: number }>("POST", "trials", { yaml: editor.value });
    editor.show([]);
    const link = document.createElement("a");
    link.href = `/searches/${this.live.jobId}/trials/${trial.trial}`;
    link.textContent = `trial ${trial.trial}`;
    const words = document.createElement("span");
    words.append(
      ...(this.live.trials.has(trial.trial) && trial.trial < before
        ? ["There is such a trial: ", link, "."]
        : ["It runs as ", link, "."]),
    );
    return words;
  }

  private async narrow() {
    const editor = this.editor("space");
    await this.post("PATCH", "space", { searchSpace: editor.value });
    editor.show([]);
    return "What is tried from now on lies in this space.";
  }

  private post<T>(method: string, action: string, body: unknown) {
    return json<T>(`${jobUrl(this.live.jobId)}/${action}`, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  }
}
customElements.define("th-steering", Steering);
