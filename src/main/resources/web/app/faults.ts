import type { Fault, Problem } from "./api.ts";

/** A box that tells what went wrong; faults that stand next to a field are not repeated. */
export function alarm(problem: Problem, faults: Fault[] = problem.faults): HTMLElement {
  const box = document.createElement("div");
  box.className = "alarm";
  box.setAttribute("role", "alert");
  const lines = faults.map((fault) => {
    const place = fault.column ? `Column “${fault.column}”: ` : "";
    return place + fault.message;
  });
  if (lines.length > 1) {
    box.append("This cannot be taken as it is:");
    const list = document.createElement("ul");
    for (const line of lines) {
      const item = document.createElement("li");
      item.textContent = line;
      list.append(item);
    }
    box.append(list);
  } else {
    box.textContent = lines[0] ?? problem.detail;
  }
  return box;
}
