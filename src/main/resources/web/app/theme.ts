// Light or dark: as the system has it, until the reader chooses.
const KEY = "thresher-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function apply(theme: string) {
  document.documentElement.dataset.bsTheme = theme;
  const button = document.querySelector<HTMLButtonElement>("#theme");
  if (button) {
    const label = theme === "dark" ? "Use the light theme" : "Use the dark theme";
    button.setAttribute("aria-label", label);
    button.title = label;
    button.hidden = false;
  }
  document.dispatchEvent(new CustomEvent("th-theme"));
}

apply(stored() ?? (system.matches ? "dark" : "light"));
system.addEventListener("change", () => stored() ?? apply(system.matches ? "dark" : "light"));
document.querySelector("#theme")?.addEventListener("click", () => {
  const next = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  apply(next);
});
