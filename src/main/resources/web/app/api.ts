// The REST API as the pages see it.

export interface Fault {
  pointer?: string;
  parameter?: string;
  column?: string;
  message: string;
}

/** What the service tells when it cannot serve a request (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly faults: Fault[],
  ) {
    super(detail);
  }

  static of(status: number, text: string): Problem {
    try {
      const body = JSON.parse(text);
      return new Problem(status, body.detail ?? body.title ?? "The request failed", body.errors ?? []);
    } catch {
      return new Problem(status, status ? `The service answered ${status}` : "The service cannot be reached", []);
    }
  }
}

/** What a model costs, and what a job can limit. */
export type Cost = "predictMicrosOneRow" | "predictMicrosPerRow" | "modelBytes" | "trainPeakBytes";

export interface Job {
  id: string;
  state: string;
  metric: string;
  budget: { time?: string | null; trials?: number | null; patience?: number | null };
  limits?: Partial<Record<Cost, number>> | null;
  replayOf?: string | null;
  startedAt?: string | null;
  endedAt?: string | null;
  used?: string | null;
  trials: { total: number; queued?: number; running: number; succeeded: number; failed: number; pruned: number; cancelled?: number };
  best?: { trial: number; family: string; score: number } | null;
  model?: { name: string; version: number } | null;
  delivered?: { pickedByHand: boolean; members: { trial: number }[] } | null;
  endReason?: string | null;
  error?: string | null;
}

export interface TrialRow {
  trial: number;
  family: string;
  state: string;
  score?: number | null;
  predictMicrosOneRow?: number | null;
  modelBytes?: number | null;
  missedLimits?: Cost[];
  reason?: string | null;
  message?: string | null;
}

export interface Ranked {
  rank: number;
  trial: number;
  family: string;
  score: number;
  scoreStd: number;
  trainSeconds: number;
  predictMicrosOneRow?: number | null;
  predictMicrosPerRow: number;
  modelBytes: number;
  missedLimits: Cost[];
  paretoOptimal: boolean;
  modelKept: boolean;
  configuration: Record<string, unknown>;
}

export interface Measured {
  fold: number;
  step: number;
  trainingLoss: number | null;
  validationLoss: number;
}

export interface TrialDetail extends TrialRow {
  measurements: Measured[];
}

export interface Step {
  kind: string;
}

export interface Recipe {
  number: number;
  steps: Step[];
  sentences: string[];
}

export interface Issue {
  kind: string;
  severity: "high" | "medium" | "low";
  columns: string[];
  sentence: string;
  proposal: {
    kind: "repair" | "reread" | "split" | "note";
    step?: Step;
    safe?: boolean;
    by?: string;
    column?: string;
    type?: string;
    advice?: string;
  };
  words: string;
}

export interface ColumnProfile {
  name: string;
  type: string;
  missingShare: number;
  distinct: number;
  numbers?: {
    min: number;
    max: number;
    quantiles: { share: number; value: number }[];
    histogram: { bins: { low: number; high: number; count: number }[] };
  } | null;
  words?: { top: { word: string; count: number }[] } | null;
  dates?: { earliest: string; latest: string } | null;
  examples: string[];
}

export interface Profile {
  rows: number;
  completeRows: number;
  duplicateRows: number;
  columns: ColumnProfile[];
  correlations: { pairs: { first: string; second: string; value: number }[] };
  associations?: { column: string; predictiveScore: number }[] | null;
}

export interface Page<T> {
  items: T[];
  nextPageToken?: string | null;
}

export async function json<T>(url: string, init: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, headers: { Accept: "application/json", ...init.headers } });
  } catch {
    throw Problem.of(0, "");
  }
  const text = await answer.text();
  if (!answer.ok) {
    throw Problem.of(answer.status, text);
  }
  return (text ? JSON.parse(text) : {}) as T;
}

export const jobUrl = (job: string) => `/api/v1/search-jobs/${encodeURIComponent(job)}`;

const FINAL = new Set(["SUCCEEDED", "FAILED", "CANCELLED", "PRUNED", "INFEASIBLE"]);

/** Whether nothing will change any more, of a job or a trial. */
export const isFinal = (state: string) => FINAL.has(state);
