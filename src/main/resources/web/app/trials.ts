import { html, LitElement, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { isFinal, jobUrl, json, type Problem, type TrialRow } from "./api.ts";
import { score, word } from "./format.ts";
import { Live } from "./live.ts";

const PAGE = 30;

/** All trials, newest first, with what went wrong counted by cause; a click on a count shows only those. */
class Trials extends LitElement {
  private live!: Live;
  private filter = "";
  private shown = PAGE;
  private refusal = "";

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.live = Live.around(this);
    this.live.addEventListener("th-trials", () => this.requestUpdate());
  }

  protected override shouldUpdate() {
    return this.live.trialsLoaded || this.live.trialsProblem !== undefined;
  }

  protected override willUpdate() {
    if (!this.hasUpdated && this.live.trialsLoaded) {
      this.replaceChildren();
    }
  }

  /** What a trial counts as: its reason if it has one, else its state. */
  private static cause(trial: TrialRow) {
    return trial.reason ?? trial.state;
  }

  private static why(trial: TrialRow) {
    return [trial.reason ? word(trial.reason) : "", trial.message ?? ""].filter((text) => text).join(": ");
  }

  protected override render() {
    const all = [...this.live.trials.values()].sort((a, b) => b.trial - a.trial);
    const counts = new Map<string, number>();
    all.forEach((trial) => counts.set(Trials.cause(trial), (counts.get(Trials.cause(trial)) ?? 0) + 1));
    const matching = all.filter((trial) => !this.filter || Trials.cause(trial) === this.filter);
    const problem = this.live.trialsProblem as Problem | undefined;
    return html`
      ${
      problem
        ? html`<div class="alarm mb-2" role="alert">The trials could not be read: ${problem.detail}
            <button class="btn btn-sm btn-quiet ms-2" @click=${() => this.live.loadTrials()}>Try again</button></div>`
        : nothing
    }
      ${this.refusal ? html`<div class="alarm mb-2" role="alert">${this.refusal}</div>` : nothing}
      ${
      counts.size > 1
        ? html`<div class="chips mb-2" role="group" aria-label="Show only">
            ${[...counts].map(([cause, count]) => this.chip(cause, count))}</div>`
        : nothing
    }
      ${matching.length ? this.table(matching.slice(0, this.shown)) : problem ? nothing : html`<p class="empty">No trial yet.</p>`}
      ${
      matching.length > this.shown
        ? html`<p class="mt-2 mb-0"><button class="btn btn-sm btn-quiet" @click=${() => this.more()}>
            Show more of ${matching.length}</button></p>`
        : nothing
    }
    `;
  }

  private cancel(trial: TrialRow) {
    return html`<button class="btn btn-sm btn-quiet" aria-label="Cancel trial ${trial.trial}" @click=${async () => {
      try {
        await json(`${jobUrl(this.live.jobId)}/trials/${trial.trial}/cancel`, { method: "POST" });
      } catch (problem) {
        this.refusal = (problem as Problem).detail;
        this.requestUpdate();
      }
    }}>Cancel</button>`;
  }

  private more() {
    this.shown += 200;
    this.requestUpdate();
  }

  private chip(cause: string, count: number) {
    const pressed = this.filter === cause;
    const toggle = () => {
      this.filter = pressed ? "" : cause;
      this.shown = PAGE;
      this.requestUpdate();
    };
    return html`<button class="chip" aria-pressed=${pressed} @click=${toggle}>${word(cause)}
      <span class="tabular soft">${count}</span></button>`;
  }

  private table(trials: TrialRow[]) {
    return html`
      <div class="scroll" role="region" aria-label="Table: Trials" tabindex="0">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Trial</th>
              <th scope="col">Family</th>
              <th scope="col">State</th>
              <th scope="col" class="number">Score</th>
              <th scope="col" class="wide">Reason</th>
            </tr>
          </thead>
          <tbody>
            ${
      repeat(trials, (trial) => trial.trial, (trial) =>
        html`
            <tr>
              <td class="tabular"><a href="/searches/${this.live.jobId}/trials/${trial.trial}">${trial.trial}</a></td>
              <td>${trial.family}</td>
              <td><span class="state ${trial.state.toLowerCase()}">${word(trial.state)}</span>
                <div class="narrow small soft">${Trials.why(trial)}</div></td>
              <td class="number">${score(trial.score)}</td>
              <td class="words soft small wide">${isFinal(trial.state) ? Trials.why(trial) : this.cancel(trial)}</td>
            </tr>`)
    }
          </tbody>
        </table>
      </div>
    `;
  }
}
customElements.define("th-trials", Trials);
