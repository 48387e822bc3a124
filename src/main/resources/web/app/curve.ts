import { isFinal, json, type Problem, type TrialDetail } from "./api.ts";
import type { Chart } from "./charts.ts";

const WHILE_RUNNING_MILLIS = 2000;

/** The learning curve of a trial, a line a fold; grows while the trial runs, and shows the ended trial's page then. */
class Curve extends HTMLElement {
  private chart?: Chart;
  private trial?: TrialDetail;
  private timer = 0;

  connectedCallback() {
    document.addEventListener("th-theme", () => void this.draw(true));
    void this.load();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  private async load() {
    try {
      this.trial = await json<TrialDetail>(this.dataset.src!);
    } catch (problem) {
      this.note(`The measurements could not be read: ${(problem as Problem).detail}`);
      return;
    }
    if (isFinal(this.trial.state) && !isFinal(this.dataset.state!)) {
      location.reload();
      return;
    }
    await this.draw();
    if (!isFinal(this.trial.state)) {
      this.timer = setTimeout(() => void this.load(), WHILE_RUNNING_MILLIS);
    }
  }

  private async draw(anew = false) {
    const measurements = this.trial?.measurements ?? [];
    if (!measurements.length) {
      this.note(this.trial && isFinal(this.trial.state) ? "This trial reported no measurement." : "No measurement yet.");
      return;
    }
    const { Chart, curveOption, series } = await import("./charts.ts");
    const canvas = this.querySelector<HTMLElement>(".canvas")!;
    this.note("");
    if (anew || !this.chart) {
      this.chart?.dispose();
      this.chart = new Chart(canvas);
    }
    const folds = [...new Set(measurements.map((each) => each.fold))].sort((a, b) => a - b);
    const last = measurements.at(-1)!;
    canvas.setAttribute(
      "aria-label",
      `Validation loss by step for ${folds.length} folds; last ${last.validationLoss.toPrecision(4)} at step ${last.step}`,
    );
    this.chart.show(curveOption(measurements));
    document.querySelector("#folds")?.replaceChildren(...folds.map((fold) => {
      const mark = document.createElement("i");
      mark.style.background = series(fold);
      const chip = document.createElement("span");
      chip.className = "chip";
      chip.append(mark, `fold ${fold + 1}`);
      return chip;
    }));
    const trained = document.querySelector<HTMLElement>("#trained");
    if (trained) {
      trained.hidden = !measurements.some((each) => each.trainingLoss != null);
    }
  }

  private note(text: string) {
    const note = this.querySelector<HTMLElement>(".chart-note")!;
    note.textContent = text;
    note.hidden = text === "";
  }
}
customElements.define("th-curve", Curve);
