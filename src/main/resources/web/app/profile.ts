import { html, LitElement, nothing, svg } from "lit";
import { type ColumnProfile, json, type Problem, type Profile } from "./api.ts";
import { alarm } from "./faults.ts";

const figure = (value: number) => Number(value.toPrecision(4)).toLocaleString("en", { maximumFractionDigits: 6 });
const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

/** What the columns of a dataset look like, and how much each tells of the chosen target. */
class ProfileTable extends LitElement {
  private profile?: Profile;
  private problem?: Problem;
  private asked = 0;

  protected override createRenderRoot() {
    return this;
  }

  private get target() {
    return document.querySelector<HTMLSelectElement>("#target");
  }

  override connectedCallback() {
    super.connectedCallback();
    this.target?.addEventListener("change", () => void this.look());
    void this.look();
  }

  private async look() {
    const asked = ++this.asked;
    const target = this.target?.value;
    const query = target ? `?target=${encodeURIComponent(target)}` : "";
    try {
      const profile = await json<Profile>(`/api/v1/datasets/${encodeURIComponent(this.dataset.dataset!)}/profile${query}`);
      if (asked === this.asked) {
        if (!this.profile) {
          this.replaceChildren();
        }
        this.profile = profile;
        this.problem = undefined;
      }
    } catch (problem) {
      this.problem = problem as Problem;
    }
    this.requestUpdate();
  }

  protected override shouldUpdate() {
    return this.profile !== undefined || this.problem !== undefined;
  }

  private bars(column: ColumnProfile) {
    const counts = column.numbers?.histogram.bins.map((bin) => bin.count) ?? column.words?.top.map((each) => each.count) ?? [];
    const most = Math.max(1, ...counts);
    return counts.length
      ? html`<svg class="bars" viewBox="0 0 ${counts.length * 5} 24" preserveAspectRatio="none" aria-hidden="true">${
        counts.map((count, i) => {
          const height = Math.max(count ? 1 : 0, (22 * count) / most);
          return svg`<rect x=${i * 5} y=${24 - height} width="4" height=${height}></rect>`;
        })
      }</svg>`
      : nothing;
  }

  private words(column: ColumnProfile) {
    if (column.numbers) {
      const numbers = column.numbers;
      const median = numbers.quantiles.find((each) => each.share === 0.5)?.value ?? numbers.min;
      return `${figure(numbers.min)} … ${figure(median)} … ${figure(numbers.max)}`;
    }
    if (column.dates) {
      return `${column.dates.earliest} … ${column.dates.latest}`;
    }
    return (column.words?.top ?? []).slice(0, 3).map((each) => `${each.word} (${each.count})`).join(", ")
      || column.examples.slice(0, 3).join(", ");
  }

  protected override render() {
    if (!this.profile) {
      return alarm(this.problem!);
    }
    const told = new Map((this.profile.associations ?? []).map((each) => [each.column, each]));
    return html`
      <p class="small soft">${this.profile.completeRows.toLocaleString("en")} of ${this.profile.rows.toLocaleString("en")} rows are complete;
        ${this.profile.duplicateRows.toLocaleString("en")} rows repeat an earlier one.</p>
      <div class="scroll" role="region" aria-label="Table: Profile" tabindex="0">
        <table class="plain">
          <thead><tr>
            <th scope="col">Column</th><th scope="col" class="wide">Type</th><th scope="col" class="number">Missing</th>
            <th scope="col" class="number wide">Distinct</th><th scope="col">Values</th>
            ${told.size ? html`<th scope="col" class="number">Tells of ${this.target?.value}</th>` : nothing}
          </tr></thead>
          <tbody>
            ${
      this.profile.columns.map((column) => html`
              <tr>
                <th scope="row">${column.name}</th>
                <td class="wide">${column.type}</td>
                <td class="number">${percent(column.missingShare)}</td>
                <td class="number wide">${column.distinct.toLocaleString("en")}</td>
                <td>${this.bars(column)}<div class="small soft words">${this.words(column)}</div></td>
                ${
        told.size
          ? html`<td class="number">${
            told.has(column.name) ? percent(told.get(column.name)!.predictiveScore) : ""
          }</td>`
          : nothing
      }
              </tr>`)
    }
          </tbody>
        </table>
      </div>
      ${
      this.profile.correlations.pairs.length
        ? html`<h3>Columns that go together</h3>
          <ul class="pairs">${
          this.profile.correlations.pairs.slice(0, 10).map((pair) =>
            html`<li>${pair.first} and ${pair.second} <span class="soft">${pair.value.toFixed(2)}</span></li>`
          )
        }</ul>`
        : nothing
    }
    `;
  }
}
customElements.define("th-profile", ProfileTable);
