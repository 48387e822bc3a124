import type { Problem } from "./api.ts";

const LINE = /^line (\d+), (.*)$/s;

/**
 * A text with the numbers of its lines. Faults that name a line are listed below, mark their line, and take the reader
 * there. The textarea inside is written by the server.
 */
export class Editor extends HTMLElement {
  private numbers!: HTMLElement;
  private marked = new Set<number>();

  connectedCallback() {
    this.numbers = document.createElement("div");
    this.numbers.className = "numbers";
    this.numbers.setAttribute("aria-hidden", "true");
    this.text.before(this.numbers);
    this.text.addEventListener("input", () => this.number());
    this.text.addEventListener("scroll", () => this.align());
    this.number();
  }

  get value(): string {
    return this.text.value;
  }

  set value(text: string) {
    this.text.value = text;
    this.show([]);
  }

  /** What is wrong with the text, as the service said it; nothing takes the marks away. */
  show(faults: string[]) {
    const list = this.querySelector<HTMLElement>(".faults")!;
    this.marked.clear();
    list.replaceChildren(...faults.map((fault) => this.item(fault)));
    this.text.toggleAttribute("aria-invalid", faults.length > 0);
    this.text.classList.toggle("is-invalid", faults.length > 0);
    this.number();
    list.querySelector("button")?.focus();
  }

  /** The faults of a problem that are about the text under this pointer are shown here; the others are given back. */
  take(problem: Problem, pointer: string) {
    this.show(problem.faults.filter((fault) => fault.pointer === pointer).map((fault) => fault.message));
    return problem.faults.filter((fault) => fault.pointer !== pointer);
  }

  private get text() {
    return this.querySelector("textarea")!;
  }

  private item(fault: string) {
    const item = document.createElement("li");
    const [, line, message] = LINE.exec(fault) ?? [];
    if (line) {
      this.marked.add(Number(line));
      const there = document.createElement("button");
      there.type = "button";
      there.className = "there";
      there.textContent = `Line ${line}`;
      there.addEventListener("click", () => this.go(Number(line)));
      item.append(there, ` ${message}`);
    } else {
      item.textContent = fault;
    }
    return item;
  }

  private go(line: number) {
    const lines = this.text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    this.text.focus();
    this.text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    this.text.scrollTop = (line - 3) * (this.text.scrollHeight / lines.length);
    this.align();
  }

  private number() {
    const count = this.text.value.split("\n").length;
    this.numbers.replaceChildren(...Array.from({ length: count }, (_, i) => {
      const number = document.createElement("span");
      number.textContent = String(i + 1);
      number.classList.toggle("marked", this.marked.has(i + 1));
      return number;
    }));
    this.align();
  }

  private align() {
    this.numbers.style.transform = `translateY(${-this.text.scrollTop}px)`;
  }
}
customElements.define("th-editor", Editor);
