import { html, LitElement, nothing } from "lit";
import { type Issue, json, Problem, type Recipe, type Step } from "./api.ts";
import { alarm } from "./faults.ts";

const same = (one: Step, other: Step) => JSON.stringify(one) === JSON.stringify(other);

/** What is wrong with a dataset for the chosen target, and the recipe that repairs it: accepted, declined, undone here. */
class Issues extends LitElement {
  private issues?: Issue[];
  private rows = 0;
  private rowsInAll = 0;
  private recipe: Recipe = { number: 0, steps: [], sentences: [] };
  private problem?: Problem;
  private busy = true;
  private asked = 0;

  protected override createRenderRoot() {
    return this;
  }

  private get url() {
    return `/api/v1/datasets/${encodeURIComponent(this.dataset.dataset!)}`;
  }

  private get target(): HTMLSelectElement {
    return document.querySelector<HTMLSelectElement>("#target")!;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.replaceChildren();
    this.target.addEventListener("change", () => void this.look());
    void this.look();
  }

  private async look() {
    const asked = ++this.asked;
    this.busy = true;
    this.problem = undefined;
    this.requestUpdate();
    try {
      const recipes = await json<{ items: Recipe[] }>(`${this.url}/recipes`);
      const found = await json<{ rows: number; rowsInAll: number; items: Issue[] }>(
        `${this.url}/issues?target=${encodeURIComponent(this.target.value)}`,
      );
      if (asked === this.asked) {
        this.recipe = recipes.items[0] ?? this.recipe;
        this.issues = found.items;
        this.rows = found.rows;
        this.rowsInAll = found.rowsInAll;
      }
    } catch (problem) {
      if (asked === this.asked) {
        this.issues = undefined;
        this.problem = problem as Problem;
      }
    }
    if (asked === this.asked) {
      this.busy = false;
      this.requestUpdate();
    }
  }

  private async keep(body: object) {
    this.busy = true;
    this.problem = undefined;
    this.requestUpdate();
    try {
      this.recipe = await json<Recipe>(`${this.url}/recipes`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
    } catch (problem) {
      this.problem = problem as Problem;
    }
    this.busy = false;
    this.requestUpdate();
  }

  private accept(step: Step) {
    void this.keep({ steps: [...this.recipe.steps, step] });
  }

  private undo(step: Step) {
    void this.keep({ steps: this.recipe.steps.filter((each) => !same(each, step)) });
  }

  private isAccepted(step: Step) {
    return this.recipe.steps.some((each) => same(each, step));
  }

  private get safe(): Step[] {
    return (this.issues ?? [])
      .filter((issue) => issue.proposal.kind === "repair" && issue.proposal.safe)
      .map((issue) => issue.proposal.step!)
      .filter((step) => !this.isAccepted(step));
  }

  /** Puts the proposed validation into the form beside. */
  private split(by: string, column: string) {
    const kind = document.querySelector<HTMLSelectElement>("#validation");
    const field = document.querySelector<HTMLSelectElement>("#validation-column");
    if (kind && field) {
      kind.value = by;
      kind.dispatchEvent(new Event("change"));
      field.value = column;
      kind.focus();
    }
  }

  private proposal(issue: Issue) {
    const proposal = issue.proposal;
    if (proposal.kind === "repair") {
      const step = proposal.step!;
      return this.isAccepted(step)
        ? html`<span class="state succeeded">repaired</span>
            <button type="button" class="btn btn-sm btn-quiet" ?disabled=${this.busy} @click=${() => this.undo(step)}>Undo</button>`
        : html`<button type="button" class="btn btn-sm btn-quiet" ?disabled=${this.busy} @click=${() => this.accept(step)}>${issue.words}</button>`;
    }
    if (proposal.kind === "split") {
      return html`<button type="button" class="btn btn-sm btn-quiet" @click=${() => this.split(proposal.by!, proposal.column!)}>${issue.words}</button>`;
    }
    if (proposal.kind === "reread") {
      return html`<span class="small soft">${issue.words}</span>`;
    }
    return html`<span class="small soft">${proposal.advice}</span>`;
  }

  private steps() {
    if (!this.recipe.steps.length) {
      return nothing;
    }
    return html`
      <h3>Recipe ${this.recipe.number}</h3>
      <p class="small soft">Done to the table before a search, and again to every row that is predicted.</p>
      <ol class="steps">
        ${
      this.recipe.steps.map((step, i) => html`
          <li>
            ${this.recipe.sentences[i]}
            <button type="button" class="btn btn-sm btn-quiet" ?disabled=${this.busy} @click=${() => this.undo(step)}>Undo</button>
          </li>`)
    }
      </ol>
    `;
  }

  protected override render() {
    return html`
      ${this.problem ? alarm(this.problem) : nothing}
      <div role="status" class="small soft">${this.busy ? "Looking at the rows…" : nothing}</div>
      ${
      this.issues && this.rows < this.rowsInAll
        ? html`<p class="small soft">From ${this.rows.toLocaleString("en")} of ${this.rowsInAll.toLocaleString("en")} rows, evenly spread; counts are counts in these.</p>`
        : nothing
    }
      ${
      this.issues && !this.issues.length
        ? html`<p class="empty">Nothing found that speaks against learning from this table.</p>`
        : nothing
    }
      ${
      this.issues?.length
        ? html`
          <ul class="issues">
            ${
          this.issues.map((issue) => html`
              <li>
                <span class="severity ${issue.severity}">${issue.severity}</span>
                <div>
                  <p>${issue.sentence}</p>
                  <div class="choice">${this.proposal(issue)}</div>
                </div>
              </li>`)
        }
          </ul>`
        : nothing
    }
      ${
      this.safe.length
        ? html`<button type="button" class="btn btn-primary btn-sm" ?disabled=${this.busy}
            @click=${() => this.keep({ acceptSafe: true, target: this.target.value })}>Accept all ${this.safe.length} safe repairs</button>`
        : nothing
    }
      ${this.steps()}
    `;
  }
}
customElements.define("th-issues", Issues);
