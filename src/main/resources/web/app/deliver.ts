import { jobUrl, json, type Job, type Problem } from "./api.ts";
import { Live } from "./live.ts";

/** A button that has a trial delivered, or, without one, what the search chose. The button is written by the server. */
class Deliver extends HTMLElement {
  private busy = false;

  connectedCallback() {
    this.addEventListener("click", () => void this.deliver());
  }

  private async deliver() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.querySelector(".fault")?.remove();
    const { job, trial } = this.dataset;
    try {
      await json<Job>(`${jobUrl(job!)}/delivery`, {
        method: trial ? "PUT" : "DELETE",
        ...(trial ? { headers: { "Content-Type": "application/json" }, body: JSON.stringify({ trial: Number(trial) }) } : {}),
      });
      await this.show(job!, trial ? `Trial ${trial} is delivered` : "What the search chose is delivered");
    } catch (problem) {
      const told = document.createElement("div");
      told.className = "fault";
      told.setAttribute("role", "alert");
      told.textContent = (problem as Problem).detail;
      this.append(told);
    } finally {
      this.busy = false;
    }
  }

  /** The model is on the page of the search. */
  private async show(job: string, words: string) {
    const live = Live.around(this);
    if (!live) {
      location.assign(`/searches/${encodeURIComponent(job)}#model`);
      return;
    }
    await live.loadJob();
    const status = document.querySelector("#announce");
    if (status) {
      status.textContent = words;
    }
    document.querySelector("#model")?.scrollIntoView();
  }
}
customElements.define("th-deliver", Deliver);
