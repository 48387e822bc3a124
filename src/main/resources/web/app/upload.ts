import { Problem } from "./api.ts";
import { bytes } from "./format.ts";
import { alarm } from "./faults.ts";

/** Sends the form's file with progress and goes to the new dataset. The form inside is written by the server. */
class Upload extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form")!;
    const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
    const drop = this.querySelector<HTMLElement>(".drop")!;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(form, input);
    });
    for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
      drop.addEventListener(kind, (event) => {
        event.preventDefault();
        drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
      });
    }
    drop.addEventListener("drop", (event) => {
      const files = (event as DragEvent).dataTransfer?.files;
      if (files?.length) {
        input.files = files;
      }
    });
  }

  private send(form: HTMLFormElement, input: HTMLInputElement) {
    const file = input.files?.[0];
    if (!file) {
      this.say("Choose a file first.");
      input.focus();
      return;
    }
    const body = new FormData();
    const name = form.querySelector<HTMLInputElement>("[name=name]")?.value.trim();
    if (name) {
      body.append("name", name);
    }
    body.append("file", file);
    const button = form.querySelector("button")!;
    const progress = this.querySelector("progress")!;
    const problem = this.querySelector<HTMLElement>(".problem")!;
    problem.replaceChildren();
    progress.hidden = false;
    button.disabled = true;
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/datasets");
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      progress.value = event.total ? event.loaded / event.total : 0;
      this.say(
        event.loaded < event.total
          ? `Sending ${bytes(event.loaded)} of ${bytes(event.total)}`
          : "Reading the table …",
      );
    });
    request.addEventListener("loadend", () => {
      if (request.status === 201 || request.status === 200) {
        location.assign(`/datasets/${encodeURIComponent(JSON.parse(request.responseText).id)}`);
        return;
      }
      progress.hidden = true;
      button.disabled = false;
      this.say("");
      problem.replaceChildren(alarm(Problem.of(request.status, request.responseText)));
    });
    request.send(body);
  }

  private say(text: string) {
    this.querySelector(".status")!.textContent = text;
  }
}
customElements.define("th-upload", Upload);
