const TOLD_MILLIS = 2000;

/** A program on a page: a button copies it. */
class Snippet extends HTMLElement {
  private told = 0;

  connectedCallback() {
    const button = this.querySelector("button")!;
    button.hidden = false;
    button.addEventListener("click", () => void this.copy(button));
  }

  disconnectedCallback() {
    clearTimeout(this.told);
  }

  private async copy(button: HTMLButtonElement) {
    const program = this.querySelector("pre")!;
    const done = await copied(program);
    button.textContent = done ? "Copied" : "Selected: press Ctrl+C";
    const status = document.querySelector("#announce");
    if (status) {
      status.textContent = done ? "Copied" : "The program is selected; copy it with the keyboard";
    }
    clearTimeout(this.told);
    this.told = setTimeout(() => (button.textContent = "Copy"), TOLD_MILLIS);
  }
}

/** Browsers hand out the clipboard only on pages from this machine or over TLS; elsewhere the selection is copied. */
async function copied(program: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(program.textContent ?? "");
    return true;
  } catch {
    getSelection()?.selectAllChildren(program);
    return document.execCommand("copy");
  }
}
customElements.define("th-snippet", Snippet);
