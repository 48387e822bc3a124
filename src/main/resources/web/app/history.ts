import { score } from "./format.ts";
import { Live } from "./live.ts";
import type { Chart } from "./charts.ts";

/** Every trial's score by number, and the best so far. ECharts comes when the chart comes into view. */
class History extends HTMLElement {
  private live!: Live;
  private chart?: Chart;
  private visible = false;
  private family = "";

  connectedCallback() {
    this.live = Live.around(this);
    this.live.addEventListener("th-trials", () => void this.draw());
    document.addEventListener("th-theme", () => void this.draw(true));
    new IntersectionObserver((entries) => {
      this.visible ||= entries.some((entry) => entry.isIntersecting);
      void this.draw();
    }, { rootMargin: "200px" }).observe(this);
  }

  private async draw(anew = false) {
    const scored = [...this.live.trials.values()]
      .filter((trial) => trial.score !== null && trial.score !== undefined)
      .sort((a, b) => a.trial - b.trial);
    const note = this.querySelector<HTMLElement>(".chart-note")!;
    if (!this.live.trialsLoaded && !scored.length) {
      note.textContent = this.live.trialsProblem ? "The trials could not be read." : note.textContent;
      return;
    }
    note.hidden = scored.length > 0;
    note.textContent = "No score yet. Each trial becomes a dot here.";
    if (!scored.length || !this.visible) {
      return;
    }
    const best: [number, number][] = [];
    for (const trial of scored) {
      const last = best.at(-1)?.[1];
      const value = trial.score!;
      // What is over a limit cannot win.
      const wins = !trial.missedLimits?.length;
      if (last !== undefined || wins) {
        best.push([trial.trial, last === undefined || (wins && (this.live.maximize ? value > last : value < last)) ? value : last]);
      }
    }
    this.families([...new Set(scored.map((trial) => trial.family))]);
    const canvas = this.querySelector<HTMLElement>(".canvas")!;
    const { Chart, historyOption } = await import("./charts.ts");
    if (anew || !this.chart) {
      this.chart?.dispose();
      this.chart = new Chart(canvas);
    }
    canvas.setAttribute(
      "aria-label",
      `Scores of ${scored.length} trials by number; best so far ${this.dataset.metric} ${score(best.at(-1)?.[1])}`,
    );
    this.chart.show(historyOption(scored, best, this.family, this.dataset.metric!, this.live.jobId));
  }

  /** A chip a family: pressed, its dots take colour. */
  private families(names: string[]) {
    const chips = document.querySelector<HTMLElement>("#families");
    if (!chips || chips.childElementCount === names.length) {
      return;
    }
    chips.replaceChildren(...names.map((name) => {
      const chip = document.createElement("button");
      chip.className = "chip";
      chip.textContent = name;
      chip.setAttribute("aria-pressed", String(name === this.family));
      chip.addEventListener("click", () => {
        this.family = this.family === name ? "" : name;
        for (const each of chips.children) {
          each.setAttribute("aria-pressed", String(each.textContent === this.family));
        }
        void this.draw();
      });
      return chip;
    }));
  }
}
customElements.define("th-history", History);
