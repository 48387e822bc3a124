// Figures as people read them; io.thresher.server.web.Figures writes the same on the server.

export function score(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return "–";
  }
  const size = Math.abs(value);
  const digits = size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4;
  return value.toFixed(digits);
}

export function seconds(value: number): string {
  if (value < 10) {
    return `${value.toFixed(1)} s`;
  }
  if (value < 120) {
    return `${Math.round(value)} s`;
  }
  if (value < 7200) {
    return `${Math.floor(value / 60)} min ${Math.floor(value % 60)} s`;
  }
  return `${Math.floor(value / 3600)} h ${Math.floor((value % 3600) / 60)} min`;
}

export function bytes(value: number): string {
  if (value < 1024) {
    return `${value} B`;
  }
  const units = ["KiB", "MiB", "GiB"];
  let size = value / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

export const micros = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} µs`;

const COSTS: Record<string, string> = {
  predictMicrosOneRow: "one row",
  predictMicrosPerRow: "per row",
  modelBytes: "size",
  trainPeakBytes: "memory",
};

/** Costs by the names they have in REST, in words. */
export const costs = (names: string[]) => names.map((name) => COSTS[name] ?? name).join(", ");

export const word = (name: string) => name.toLowerCase().replaceAll("_", " ");

export function setting(value: unknown): string {
  return typeof value === "number" && !Number.isInteger(value) ? String(Number(value.toPrecision(4))) : String(value);
}

export const configuration = (values: Record<string, unknown>) =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${setting(value)}`)
    .join(" · ");

/** Seconds of an ISO-8601 time span such as PT1M30S; plain numbers are seconds already. */
export function span(text: string | number | null | undefined): number | undefined {
  if (text === null || text === undefined || text === "") {
    return undefined;
  }
  if (Number.isFinite(Number(text))) {
    return Number(text);
  }
  const parts = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(String(text));
  if (!parts) {
    return undefined;
  }
  const [, days, hours, minutes, rest] = parts.map((part) => Number(part ?? 0));
  return days * 86400 + hours * 3600 + minutes * 60 + rest;
}
