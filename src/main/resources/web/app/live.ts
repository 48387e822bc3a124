import { isFinal, type Job, jobUrl, json, type Page, type TrialRow } from "./api.ts";

const THROTTLE_MILLIS = 1000;

/**
 * Around the parts of a search page: follows the job's events, knows its trials, and tells the parts inside by
 * the events th-job, th-trials and th-board (the leaderboard may have changed; at most once a second).
 */
export class Live extends HTMLElement {
  job?: Job;
  readonly trials = new Map<number, TrialRow>();
  trialsProblem?: unknown;
  trialsLoaded = false;
  private source?: EventSource;
  private throttle = 0;
  private dirty = false;
  private loading = false;
  private again = false;
  private retry = 0;

  /** The one around a part of a search page; there is none on other pages. */
  static around(element: HTMLElement): Live {
    return element.closest("th-live") as Live;
  }

  get jobId(): string {
    return this.dataset.job!;
  }

  get maximize(): boolean {
    return this.dataset.direction === "maximize";
  }

  connectedCallback() {
    void this.loadTrials();
    if (!isFinal(this.dataset.state ?? "")) {
      this.follow();
    }
  }

  disconnectedCallback() {
    this.close();
  }

  /** All trials anew: at the start, after a gap in the events, or when the reader asks. */
  async loadTrials() {
    if (this.loading) {
      this.again = true;
      return;
    }
    this.loading = true;
    try {
      this.trialsProblem = undefined;
      let token: string | null | undefined;
      do {
        const query = token ? `&pageToken=${encodeURIComponent(token)}` : "";
        const page: Page<TrialRow> = await json(`${jobUrl(this.jobId)}/trials?pageSize=1000${query}`);
        page.items.forEach((trial) => this.keep(trial));
        token = page.nextPageToken;
      } while (token);
      this.trialsLoaded = true;
    } catch (problem) {
      this.trialsProblem = problem;
    }
    this.loading = false;
    this.tell("th-trials");
    if (this.again) {
      this.again = false;
      void this.loadTrials();
    }
  }

  /** Asks for the job once, outside of the events. */
  async loadJob() {
    this.took(await json<Job>(jobUrl(this.jobId)));
  }

  private follow() {
    const source = new EventSource(`${jobUrl(this.jobId)}/events`);
    let broken = false;
    this.source = source;
    source.addEventListener("open", () => {
      this.connection("");
      if (broken) {
        void this.loadTrials();
      }
      broken = false;
    });
    source.addEventListener("error", () => {
      broken = true;
      this.connection("Connection lost, reconnecting …");
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(this.retry);
        this.retry = setTimeout(() => this.follow(), 3000);
      }
    });
    source.addEventListener("job", (event) => this.took(JSON.parse((event as MessageEvent).data)));
    source.addEventListener("trial", (event) => {
      const told = JSON.parse((event as MessageEvent).data);
      this.keep({ ...told, trial: told.trial ?? told.number });
      this.change();
    });
  }

  private took(job: Job) {
    this.job = job;
    this.tell("th-job");
    this.change();
    if (isFinal(job.state)) {
      this.close();
    } else if (!this.source) {
      this.follow();
    }
    // Of many trials at once the service leaves some events out.
    if (isFinal(job.state) || job.trials.total > this.trials.size) {
      void this.loadTrials();
    }
  }

  /** A trial with a result does not run again: a late page must not undo what an event told. */
  private keep(trial: TrialRow) {
    const known = this.trials.get(trial.trial);
    if (!known || isFinal(trial.state) || !isFinal(known.state) || known.state === "CANCELLED") {
      this.trials.set(trial.trial, { ...known, ...trial });
    }
  }

  private change() {
    if (this.throttle) {
      this.dirty = true;
      return;
    }
    this.tell("th-trials");
    this.tell("th-board");
    this.throttle = setTimeout(() => {
      this.throttle = 0;
      if (this.dirty) {
        this.dirty = false;
        this.change();
      }
    }, THROTTLE_MILLIS);
  }

  private close() {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
    this.connection("");
  }

  private connection(text: string) {
    const badge = this.querySelector(".link-state");
    if (badge && badge.textContent !== text) {
      badge.textContent = text;
      badge.classList.toggle("lost", text !== "");
    }
  }

  private tell(type: string) {
    this.dispatchEvent(new CustomEvent(type));
  }
}
customElements.define("th-live", Live);
