// The only module that knows ECharts; loaded when the first chart is drawn.
import { LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Measured, TrialRow } from "./api.ts";
import { bytes, micros, score } from "./format.ts";

use([LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, CanvasRenderer]);

/** A canvas that follows the size of its box. */
export class Chart {
  private readonly chart: ECharts;
  private readonly size: ResizeObserver;

  constructor(box: HTMLElement) {
    box.setAttribute("role", "img");
    this.chart = init(box);
    this.size = new ResizeObserver(() => this.chart.resize());
    this.size.observe(box);
    this.chart.on("click", (event) => {
      const href = (event.data as { href?: string })?.href;
      if (href) {
        location.assign(href);
      }
    });
  }

  show(option: EChartsCoreOption) {
    this.chart.setOption(option, { notMerge: true });
  }

  dispose() {
    this.size.disconnect();
    this.chart.dispose();
  }
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--th-${name}`).trim();

export const series = (index: number) => token(`series-${(index % 6) + 1}`);

function frame(xName: string, yName: string): EChartsCoreOption {
  const soft = token("ink-soft");
  const axis = {
    nameTextStyle: { color: soft },
    axisLabel: { color: soft },
    axisLine: { lineStyle: { color: token("line-strong") } },
    splitLine: { lineStyle: { color: token("line") } },
  };
  return {
    animation: false,
    textStyle: { fontFamily: "Inter, system-ui, sans-serif" },
    grid: { left: 62, right: 22, top: 36, bottom: 44 },
    tooltip: {
      backgroundColor: token("raised"),
      borderColor: token("line-strong"),
      textStyle: { color: token("ink"), fontSize: 13 },
    },
    xAxis: { ...axis, type: "value", name: xName, nameLocation: "middle", nameGap: 28, minInterval: 1, splitLine: { show: false } },
    yAxis: { ...axis, type: "value", name: yName, scale: true, nameTextStyle: { color: soft, align: "left", padding: [0, 0, 0, -40] } },
  };
}

export function historyOption(
  trials: TrialRow[],
  best: [number, number][],
  family: string,
  metric: string,
  job: string,
): EChartsCoreOption {
  const dot = token("dot");
  const picked = series(1);
  // A few very bad trials must not squeeze the rest: the axis ends at the better nine tenths.
  const sorted = trials.map((trial) => trial.score!).sort((a, b) => a - b);
  const low = sorted[Math.floor(sorted.length * 0.05)]!;
  const high = sorted[Math.floor(sorted.length * 0.95)]!;
  const bestValue = best.at(-1)?.[1] ?? sorted.at(-1)!;
  const spread = Math.max(high - low, Math.abs(high) * 0.002) * 0.15;
  const option = frame("trial", metric);
  Object.assign(option.yAxis as object, trials.length < 20 ? {} : {
    min: Math.min(low, bestValue) - spread,
    max: Math.max(high, bestValue) + spread,
    axisLabel: { color: token("ink-soft"), showMinLabel: false, showMaxLabel: false, formatter: (value: number) => score(value) },
  });
  return {
    ...option,
    series: [
      {
        type: "scatter",
        symbolSize: trials.length > 500 ? 5 : 8,
        data: trials.map((trial) => ({
          value: [trial.trial, trial.score],
          family: trial.family,
          href: `/searches/${job}/trials/${trial.trial}`,
          itemStyle: { color: trial.family === family ? picked : dot, opacity: family && trial.family !== family ? 0.45 : 0.85 },
        })),
        tooltip: {
          formatter: ({ data }: { data: { value: [number, number]; family: string } }) =>
            `trial ${data.value[0]}, ${escape(data.family)}<br><b>${score(data.value[1])}</b>`,
        },
      },
      {
        type: "line",
        step: "end",
        symbol: "none",
        silent: true,
        lineStyle: { color: series(0), width: 2 },
        data: best,
      },
    ],
  };
}

/** A trial as a point of the chart of trade-offs. */
export interface TradePoint {
  trial: number;
  family: string;
  cost: number;
  score: number;
  kind: "front" | "within" | "over";
}

export interface TradeAxis {
  name: string;
  figure: (value: number) => string;
}

export const TRADE_AXES: Record<"predictMicrosOneRow" | "modelBytes", TradeAxis> = {
  predictMicrosOneRow: { name: "time for one row", figure: micros },
  modelBytes: { name: "size of the file", figure: bytes },
};

/** Score against what a model costs; the line is the best that can be had at each cost within the limits. */
export function tradeOffOption(
  points: TradePoint[],
  axis: TradeAxis,
  metric: string,
  maximize: boolean,
  limit: number | undefined,
  job: string,
): EChartsCoreOption {
  const within = points.filter((point) => point.kind !== "over").sort((a, b) => a.cost - b.cost);
  const steps: [number, number][] = [];
  for (const { cost, score: reached } of within) {
    const last = steps.at(-1)?.[1];
    if (last === undefined || (maximize ? reached > last : reached < last)) {
      steps.push([cost, reached]);
    }
  }
  // What costs more and is no better ends the line at the right.
  const dearest = within.at(-1);
  if (dearest && steps.length) {
    steps.push([dearest.cost, steps.at(-1)![1]]);
  }
  const scores = points.map((point) => point.score);
  const front = points.filter((point) => point.kind === "front").map((point) => point.score);
  const judged = front.length ? front : scores;
  // Trials that are worse than the worst of the front say nothing of a trade-off.
  const low = maximize ? Math.min(...judged) : Math.min(...scores);
  const high = maximize ? Math.max(...scores) : Math.max(...judged);
  const margin = Math.max((high - low) * 0.08, Math.abs(high) * 0.002);
  const option = frame(axis.name, metric);
  const soft = { color: token("ink-soft") };
  Object.assign(option.xAxis as object, {
    type: "log",
    minInterval: undefined,
    axisLabel: { ...soft, hideOverlap: true, formatter: axis.figure },
  });
  Object.assign(option.yAxis as object, {
    min: low - margin,
    max: high + margin,
    axisLabel: { ...soft, showMinLabel: false, showMaxLabel: false, formatter: (value: number) => score(value) },
  });
  const dots = (kind: TradePoint["kind"], look: object) => ({
    type: "scatter",
    data: points.filter((point) => point.kind === kind).map((point) => ({
      value: [point.cost, point.score],
      trial: point.trial,
      family: point.family,
      href: `/searches/${job}/trials/${point.trial}`,
    })),
    tooltip: {
      formatter: ({ data }: { data: { value: [number, number]; trial: number; family: string } }) =>
        `trial ${data.trial}, ${escape(data.family)}<br><b>${score(data.value[1])}</b>, ${axis.figure(data.value[0])}`,
    },
    ...look,
  });
  return {
    ...option,
    series: [
      dots("within", { symbolSize: 8, itemStyle: { color: token("dot"), opacity: 0.75 } }),
      dots("over", { symbolSize: 8, itemStyle: { color: "transparent", borderColor: token("dot"), borderWidth: 1.5 } }),
      {
        type: "line",
        step: "end",
        symbol: "none",
        silent: true,
        lineStyle: { color: series(0), width: 2 },
        data: steps,
        markLine: limit === undefined ? undefined : {
          silent: true,
          symbol: "none",
          lineStyle: { color: token("ink-soft"), type: "dashed" },
          label: { ...soft, formatter: `limit ${axis.figure(limit)}`, position: "insideEndTop" },
          data: [{ xAxis: limit }],
        },
      },
      dots("front", { symbol: "diamond", symbolSize: 13, itemStyle: { color: series(0) }, z: 3 }),
    ],
  };
}

export function curveOption(measurements: Measured[]): EChartsCoreOption {
  const folds = [...new Set(measurements.map((each) => each.fold))].sort((a, b) => a - b);
  const option = frame("step", "loss");
  const line = (fold: number, name: string, data: number[][], dashed: boolean) => ({
    type: "line",
    name: `fold ${fold + 1}, ${name}`,
    sampling: "lttb",
    showSymbol: data.length < 2,
    lineStyle: { color: series(fold), width: dashed ? 1.25 : 1.75, type: dashed ? "dashed" : "solid", opacity: dashed ? 0.7 : 1 },
    itemStyle: { color: series(fold) },
    data,
  });
  return {
    ...option,
    tooltip: { ...(option.tooltip as object), trigger: "axis", valueFormatter: (value: number) => score(value) },
    series: folds.flatMap((fold) => {
      const own = measurements.filter((each) => each.fold === fold);
      const trained = own.filter((each) => each.trainingLoss != null);
      const validation = line(fold, "validation", own.map((each) => [each.step, each.validationLoss]), false);
      return trained.length
        ? [validation, line(fold, "training", trained.map((each) => [each.step, each.trainingLoss!]), true)]
        : [validation];
    }),
  };
}

const escape = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
