import { html, LitElement, nothing } from "lit";
import { isFinal, type Job, jobUrl, json, type Problem } from "./api.ts";
import { score, seconds, span, word } from "./format.ts";
import { Live } from "./live.ts";

type Action = "pause" | "resume" | "cancel" | "extend";

/** What can be asked of a search in its state; io.thresher.server.web.SearchView says the same on the server. */
function actions(job: Job): [Action, string][] {
  if (isFinal(job.state)) {
    const bounded = job.budget.time || job.budget.trials;
    return bounded && !job.replayOf ? [["extend", "Go on, with twice the budget"]] : [];
  }
  if (job.state === "CANCELLING") {
    return [];
  }
  const paused = job.state === "PAUSED" || job.state === "PAUSING";
  return [paused ? ["resume", "Resume"] : ["pause", "Pause"], ["cancel", "Cancel search"]];
}

/** Why a search ended; io.thresher.job.EndReason says the same on the server. */
const REASONS: Record<string, string> = {
  TIME_USED_UP: "its time was used up",
  TRIALS_USED_UP: "all trials of its budget were run",
  SPACE_EXHAUSTED: "nothing was left to try in its search space",
  NO_GAIN_EXPECTED: "no further gain was expected",
  CANCELLED: "it was cancelled",
};

/** State, best score, time and model of a search. What the server wrote stays until something changes. */
class Summary extends LitElement {
  private live!: Live;
  private job?: Job;
  private problem = "";
  private clock = 0;
  private shown = 0;
  private toldAt = 0;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.live = Live.around(this);
    this.live.addEventListener("th-job", () => {
      if (!this.job) {
        this.replaceChildren();
      }
      this.job = this.live.job;
      this.toldAt = Date.now();
      this.announce();
      this.requestUpdate();
    });
    this.clock = setInterval(() => this.job && !isFinal(this.job.state) && this.requestUpdate(), 500);
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = (event as SubmitEvent).submitter as HTMLButtonElement;
      void this.act(button.value as Action);
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  protected override shouldUpdate() {
    return this.job !== undefined;
  }

  private async act(action: Action) {
    try {
      this.problem = "";
      await json(`${jobUrl(this.live.jobId)}/${action}`, {
        method: "POST",
        ...(action === "extend"
          ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify({ budget: await this.doubled() }) }
          : {}),
      });
      await this.live.loadJob();
    } catch (problem) {
      this.problem = (problem as Problem).detail;
      this.requestUpdate();
    }
  }

  /** Twice the limits the search has. */
  private async doubled() {
    const { budget } = this.job ?? (await json<Job>(jobUrl(this.live.jobId)));
    const time = span(budget.time);
    return {
      time: time === undefined ? undefined : 2 * time,
      trials: budget.trials ? 2 * budget.trials : undefined,
      patience: budget.patience ?? undefined,
    };
  }

  /** One polite sentence when the state changes, not one per trial. */
  private announce() {
    const status = document.querySelector("#announce");
    const text = `Search ${word(this.job!.state)}`;
    if (status && status.textContent !== text) {
      status.textContent = text;
    }
  }

  /** What the service told last, and while the search runs the time since then; never backwards. */
  private used(job: Job): number {
    const told = span(job.used) ?? 0;
    if (job.state !== "RUNNING" && job.state !== "PAUSING") {
      return told;
    }
    this.shown = Math.max(this.shown, told + (Date.now() - this.toldAt) / 1000);
    return this.shown;
  }

  protected override render() {
    const job = this.job!;
    const used = this.used(job);
    const time = span(job.budget.time);
    const trials = job.budget.trials ?? undefined;
    const done = job.trials.total - job.trials.running - (job.trials.queued ?? 0) - (job.trials.cancelled ?? 0);
    const share = Math.min(1, Math.max(time ? used / time : 0, trials ? done / trials : 0));
    const ended = isFinal(job.state);
    return html`
      <dl class="tiles">
        <div class="tile">
          <dt>State</dt>
          <dd>
            <div class="value"><span class="state ${job.state.toLowerCase()}">${word(job.state)}</span></div>
            ${
      job.error
        ? html`<div class="note">${job.error}</div>`
        : job.endReason && REASONS[job.endReason]
        ? html`<div class="note" data-ended>Ended because ${REASONS[job.endReason]}.</div>`
        : nothing
    }
            <form class="mt-1">${
      actions(job).map(([action, label]) => html`<button class="btn btn-sm btn-quiet me-1" value=${action}>${label}</button>`)
    }</form>
            ${this.problem ? html`<div class="fault" role="alert">${this.problem}</div>` : nothing}
          </dd>
        </div>
        <div class="tile">
          <dt>Best ${this.dataset.metric}</dt>
          <dd>
            <div class="value" data-best>${job.best ? score(job.best.score) : "–"}</div>
            <div class="note">
              ${
      job.best
        ? html`<a href="/searches/${job.id}/trials/${job.best.trial}">trial ${job.best.trial}</a>, ${job.best.family}`
        : ended
        ? "no trial succeeded"
        : "no trial finished yet"
    }
            </div>
          </dd>
        </div>
        <div class="tile">
          <dt>Time used</dt>
          <dd>
            <div class="value">${seconds(used)} <small>${time ? `of ${seconds(time)}` : ""}</small></div>
            <div class="meter" aria-hidden="true"><i style="width:${(share * 100).toFixed(1)}%"></i></div>
            <div class="note">${trials ? `${done} of ${trials} trials` : ""}</div>
          </dd>
        </div>
        <div class="tile">
          <dt>Trials</dt>
          <dd>
            <div class="value">${job.trials.total}</div>
            <div class="note">
              ${
      (["succeeded", "running", "failed", "pruned", "cancelled"] as const)
        .filter((state) => job.trials[state])
        .map((state) => `${job.trials[state]} ${state}`)
        .join(", ")
    }
            </div>
          </dd>
        </div>
      </dl>
    `;
  }
}
customElements.define("th-summary", Summary);

/** How to take the model away: written by the server, shown anew when a model has come. */
class Model extends HTMLElement {
  private shown = "";

  connectedCallback() {
    const live = Live.around(this);
    this.shown = Model.shown(this.link.getAttribute("href") ?? "", this.querySelector("[data-picked-by-hand]") !== null);
    live.addEventListener("th-job", () => this.take(live.job!));
  }

  /** What is told anew if it changes: the search's own choice may be the very model that was picked. */
  private static shown(file: string, picked: boolean) {
    return file + (picked ? " picked" : "");
  }

  private take(job: Job) {
    const model = job.model;
    this.querySelector<HTMLElement>("[data-ready]")!.hidden = !model;
    this.querySelector<HTMLElement>("[data-waiting]")!.hidden = Boolean(model);
    if (!model) {
      this.shown = "";
      return;
    }
    const file = `/api/v1/models/${encodeURIComponent(model.name)}/versions/${model.version}/export?format=onnx`;
    const shown = Model.shown(file, job.delivered?.pickedByHand ?? false);
    this.link.href = file;
    this.querySelector("[data-model]")!.textContent = `${model.name}, version ${model.version}`;
    if (shown !== this.shown) {
      this.shown = shown;
      void this.tell();
    }
  }

  private get link() {
    return this.querySelector<HTMLAnchorElement>("a[download]")!;
  }

  /** What was delivered, and how to use it, is put into words by the server alone. */
  private async tell() {
    const answer = await fetch(location.pathname).then((page) => page.text());
    const page = new DOMParser().parseFromString(answer, "text/html");
    for (const part of ["[data-delivered]", "[data-snippets]"]) {
      const told = page.querySelector(part);
      if (told) {
        this.querySelector(part)?.replaceWith(document.importNode(told, true));
      }
    }
  }
}
customElements.define("th-model", Model);
