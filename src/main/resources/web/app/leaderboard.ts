import { html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { jobUrl, json, type Page, type Problem, type Ranked } from "./api.ts";
import { bytes, configuration, costs, micros, score, seconds } from "./format.ts";
import { Live } from "./live.ts";

const PAGE = 20;

/** The best trials first. The rows the server wrote stay until newer ones are there; on an error the old ones stay. */
class Leaderboard extends LitElement {
  private live!: Live;
  private rows: Ranked[] = [];
  private known?: Set<number>;
  private shown = PAGE;
  private more = false;
  private loading = false;
  private again = false;
  private front = false;
  private problem = "";

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.live = Live.around(this);
    this.live.addEventListener("th-board", () => void this.load());
    this.live.addEventListener("th-job", () => this.mark());
    this.offerFront();
    this.querySelector("[data-more]")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.showMore();
    });
  }

  protected override shouldUpdate() {
    return this.known !== undefined;
  }

  private async load() {
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    try {
      const page = await json<Page<Ranked>>(`${jobUrl(this.live.jobId)}/leaderboard?pageSize=${this.shown}${this.front ? "&pareto=true" : ""}`);
      this.rows = page.items;
      this.more = Boolean(page.nextPageToken);
      this.problem = "";
    } catch (problem) {
      this.problem = (problem as Problem).detail;
    }
    this.loading = false;
    if (!this.known) {
      this.known = new Set([...this.querySelectorAll<HTMLElement>("[data-trial]")].map((row) => Number(row.dataset.trial)));
      this.replaceChildren();
    }
    this.requestUpdate();
    if (this.again) {
      this.again = false;
      void this.load();
    }
  }

  /** The trial that is delivered because it was picked by hand has a word that says so. */
  private mark() {
    const delivered = this.live.job?.delivered;
    if (this.live.job) {
      this.dataset.picked = delivered?.pickedByHand ? String(delivered.members[0]!.trial) : "";
    }
    this.requestUpdate();
  }

  /** A chip beside the heading: it is there before any row was loaded. */
  private offerFront() {
    const chip = document.createElement("button");
    chip.className = "chip";
    chip.textContent = "only the front";
    chip.title = "Trials that no other beats in score, time for one row and size at once";
    chip.setAttribute("aria-pressed", "false");
    chip.addEventListener("click", () => {
      this.front = !this.front;
      chip.setAttribute("aria-pressed", String(this.front));
      void this.load();
    });
    document.querySelector("#only-front")?.replaceChildren(chip);
  }

  private showMore() {
    this.shown = Math.min(this.shown === PAGE ? 100 : this.shown + 100, 1000);
    void this.load();
  }

  protected override updated() {
    this.rows.forEach((row) => this.known!.add(row.trial));
  }

  protected override render() {
    return html`
      ${
      this.problem
        ? html`<div class="alarm mb-2" role="alert">The leaderboard could not be read: ${this.problem}
            <button class="btn btn-sm btn-quiet ms-2" @click=${() => this.load()}>Try again</button></div>`
        : nothing
    }
      ${this.rows.length ? this.table() : html`<p class="empty">${
        this.front ? "No trial within the limits yet." : "No trial finished yet. The first one appears here by itself."
      }</p>`}
      ${
      this.more
        ? html`<p class="mt-2 mb-0"><button class="btn btn-sm btn-quiet" @click=${() => this.showMore()}>Show more</button></p>`
        : nothing
    }
    `;
  }

  private table() {
    return html`
      <div class="scroll" role="region" aria-label="Table: Leaderboard" tabindex="0">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col" class="number">Rank</th>
              <th scope="col">Trial</th>
              <th scope="col">Family</th>
              <th scope="col" class="number">${this.dataset.metric}</th>
              <th scope="col" class="number wide">± folds</th>
              <th scope="col" class="number">Training</th>
              <th scope="col" class="number wide">One row</th>
              <th scope="col" class="number wide">Size</th>
              <th scope="col" class="wide">Configuration</th>
              <th scope="col"><span class="visually-hidden">Deliver</span></th>
            </tr>
          </thead>
          <tbody>
            ${repeat(this.rows, (row) => row.trial, (row) => this.row(row))}
          </tbody>
        </table>
      </div>
    `;
  }

  private row(row: Ranked) {
    const over = row.missedLimits.length > 0;
    const marks = [row.rank === 1 && !over ? "first" : "", this.known!.has(row.trial) ? "" : "fresh"].join(" ").trim();
    const words = configuration(row.configuration);
    return html`
      <tr class=${marks} data-trial=${row.trial}>
        <td class="number">${row.rank}</td>
        <td class="tabular"><a href="/searches/${this.live.jobId}/trials/${row.trial}">${row.trial}</a></td>
        <td>${row.family}
          ${row.paretoOptimal ? html`<span class="mark" title="On the front of score, time for one row and size">front</span>` : nothing}
          ${over ? html`<span class="mark over" title="Cannot win">over: ${costs(row.missedLimits)}</span>` : nothing}</td>
        <td class="number score">${score(row.score)}</td>
        <td class="number wide soft">${score(row.scoreStd)}</td>
        <td class="number">${seconds(row.trainSeconds)}</td>
        <td class="number wide">${row.predictMicrosOneRow == null ? "–" : micros(row.predictMicrosOneRow)}</td>
        <td class="number wide">${bytes(row.modelBytes)}</td>
        <td class="clip mono soft wide" title=${words}>${words}</td>
        <td class="pick">${this.pick(row)}</td>
      </tr>
    `;
  }

  private pick(row: Ranked) {
    if (String(row.trial) === this.dataset.picked) {
      return html`<span class="mark">picked</span>`;
    }
    return row.modelKept && !row.missedLimits.length
      ? html`<th-deliver data-job=${this.live.jobId} data-trial=${row.trial}><button type="button"
          class="btn btn-sm btn-quiet" aria-label="Deliver trial ${row.trial}">Deliver</button></th-deliver>`
      : nothing;
  }
}
customElements.define("th-leaderboard", Leaderboard);
