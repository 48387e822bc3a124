import { jobUrl, json, type Page, type Ranked } from "./api.ts";
import { Live } from "./live.ts";
import type { Chart, TradePoint } from "./charts.ts";

type Axis = "predictMicrosOneRow" | "modelBytes";

const AXES: [Axis, string][] = [["predictMicrosOneRow", "Time for one row"], ["modelBytes", "Size"]];

/** Score against what the models cost, and which of them no other makes needless. Drawn when it comes into view. */
class TradeOff extends HTMLElement {
  private live!: Live;
  private chart?: Chart;
  private visible = false;
  private axis: Axis = "predictMicrosOneRow";
  private front = new Set<number>();
  private loading = false;
  private again = false;

  connectedCallback() {
    this.live = Live.around(this);
    this.live.addEventListener("th-trials", () => void this.draw());
    this.live.addEventListener("th-board", () => void this.load());
    document.addEventListener("th-theme", () => void this.draw(true));
    new IntersectionObserver((entries) => {
      if (!this.visible && entries.some((entry) => entry.isIntersecting)) {
        this.visible = true;
        void this.load();
      }
    }, { rootMargin: "200px" }).observe(this);
    this.choices();
  }

  /** Which trials are on the front the service says: it changes with every trial. */
  private async load() {
    if (!this.visible) {
      return;
    }
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    try {
      const page = await json<Page<Ranked>>(`${jobUrl(this.live.jobId)}/leaderboard?pareto=true&pageSize=1000`);
      this.front = new Set(page.items.map((row) => row.trial));
    } catch {
      // The chart keeps the front it knew; the leaderboard above tells what is wrong.
    }
    this.loading = false;
    void this.draw();
    if (this.again) {
      this.again = false;
      void this.load();
    }
  }

  private points(): TradePoint[] {
    return [...this.live.trials.values()]
      .filter((trial) => trial.state === "SUCCEEDED" && trial.score != null && trial[this.axis] != null)
      .map((trial) => ({
        trial: trial.trial,
        family: trial.family,
        cost: trial[this.axis]!,
        score: trial.score!,
        kind: trial.missedLimits?.length ? "over" : this.front.has(trial.trial) ? "front" : "within",
      }));
  }

  private async draw(anew = false) {
    let points = this.points();
    const note = this.querySelector<HTMLElement>(".chart-note")!;
    note.hidden = points.length > 0;
    note.textContent = "No model yet. Each trial that succeeds becomes a point here.";
    if (!points.length || !this.visible) {
      return;
    }
    const canvas = this.querySelector<HTMLElement>(".canvas")!;
    const { Chart, TRADE_AXES, tradeOffOption } = await import("./charts.ts");
    if (anew || !this.chart) {
      this.chart?.dispose();
      this.chart = new Chart(canvas);
    }
    // What came while the charts were loaded counts.
    points = this.points();
    const axis = TRADE_AXES[this.axis];
    const over = points.filter((point) => point.kind === "over").length;
    canvas.setAttribute(
      "aria-label",
      `${this.dataset.metric} against ${axis.name} of ${points.length} trials; ${this.front.size} are on the front`
        + (over ? `, ${over} over a limit` : "") + ". The leaderboard can show only the front.",
    );
    const limit = this.limits()[this.axis];
    this.chart.show(tradeOffOption(points, axis, this.dataset.metric!, this.live.maximize, limit, this.live.jobId));
  }

  private limits(): Partial<Record<Axis, number>> {
    const limit = (text?: string) => (text ? Number(text) : undefined);
    return { predictMicrosOneRow: limit(this.dataset.mostMicros), modelBytes: limit(this.dataset.mostBytes) };
  }

  /** A chip a cost: the pressed one is the axis. */
  private choices() {
    const chips = document.querySelector<HTMLElement>("#trade-axis");
    chips?.replaceChildren(...AXES.map(([axis, label]) => {
      const chip = document.createElement("button");
      chip.className = "chip";
      chip.textContent = label;
      chip.setAttribute("aria-pressed", String(axis === this.axis));
      chip.addEventListener("click", () => {
        this.axis = axis;
        for (const each of chips.children) {
          each.setAttribute("aria-pressed", String(each === chip));
        }
        void this.draw();
      });
      return chip;
    }));
  }
}
customElements.define("th-trade-off", TradeOff);
